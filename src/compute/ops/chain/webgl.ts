import type { ActivationSpec } from "../../../core/activation/activation";
import type { InitLaw } from "../../../core/init/init";
import type { Texture, WebglContext } from "../../device/webgl/context";
import { NORMALS, PHILOX } from "../random/philox-glsl";
import { activationGlsl } from "./activation-glsl";

/** Rows of the weight matrix that one fragment multiplies; sums of slices are added after. */
const SLICE = 32;
/** Most rows of the texture that pre-activations of a stretch of layers are read from. */
const TALLEST = 4096;
/** Weights drawn between two readbacks: at first, and at most. */
const FIRST_STRETCH = 2 ** 23;
const LAST_STRETCH = 2 ** 31;
/** What a stretch should take, in milliseconds. */
const STRETCH = 200;

export interface WebglChain {
  readonly law: Extract<InitLaw, { kind: "normal" | "uniform" }>;
  /** A multiple of 4. */
  readonly units: number;
  readonly depth: number;
  readonly activation: ActivationSpec;
  readonly seeds: readonly number[];
  /** Inputs `[seeds, units]`. */
  readonly input: Float32Array;
}

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
out vec4 result;
`;

/** W[i, j] is number i · units + j of the layer's sequence: four neighbours j are one block. */
const multiplySource = (law: WebglChain["law"]) => `${HEAD}
uniform sampler2D x;     // [seed][unit], four units a texel
uniform sampler2D keys;  // a seed a row: 16 bits a channel, the lowest first
uniform int stream, across, slices, rows;
uniform float scale;
${PHILOX}${NORMALS}
vec4 drawn(uvec4 words) {
  return ${law.kind === "normal" ? "normals(words)" : "(vec4(ivec4(words >> 8) - 0x800000) + 0.5) * 1.1920928955078125e-7"};
}

// sum over a slice of rows i of W[i, 4x..4x+3] · x[i] at fragment (x, seed · slices + slice)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int seed = at.y / slices, first = (at.y % slices) * ${SLICE / 4};
  uvec4 part = uvec4(texelFetch(keys, ivec2(0, seed), 0));
  uvec2 key = uvec2(part.x | part.y << 16, part.z | part.w << 16);
  vec4 sum = vec4(0);
  for (int four = first; four < min(first + ${SLICE / 4}, rows); four++) {
    vec4 input4 = texelFetch(x, ivec2(four, seed), 0);
    for (int i = 0; i < 4; i++) {
      uint block = uint((four * 4 + i) * across + at.x);
      vec4 w = scale * drawn(philox(uvec4(block, 0u, uint(stream), 0u), key));
      sum += w * input4[i];
    }
  }
  result = sum;
}`;

const SUM = `${HEAD}
uniform sampler2D parts;
uniform int slices, top;
// z[seed][4x..4x+3] at fragment (x, top + seed)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0);
  for (int slice = 0; slice < slices; slice++)
    sum += texelFetch(parts, ivec2(at.x, (at.y - top) * slices + slice), 0);
  result = sum;
}`;

const activateSource = (glsl: string) => `${HEAD}
uniform sampler2D z;
uniform int top;
${glsl}
// f(z)[seed][4x..4x+3] at fragment (x, seed)
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  result = activation(texelFetch(z, ivec2(at.x, top + at.y), 0));
}`;

/** Whether the graphics processor can run such a chain. */
export function webglServes(activation: ActivationSpec, law: InitLaw, units: number): boolean {
  const random = law.kind === "normal" || law.kind === "uniform";
  return random && units % 4 === 0 && activationGlsl(activation) !== null;
}

/**
 * Sends seeds through a chain of dense layers on the graphics processor, each weight drawn in the
 * program that multiplies it. Pre-activations are read back once a stretch of layers and handed on:
 * `take(layer, z)` with layers from 1 and z `[seeds, units]`, in order; it answers whether to go on.
 * Sums are float32, in slices of 32. Memory is freed whatever happens.
 */
export async function runWebglChain(
  context: WebglContext,
  chain: WebglChain,
  take: (layer: number, z: Float32Array) => Promise<boolean>,
): Promise<void> {
  const { units, depth, seeds, law } = chain;
  const across = units / 4;
  const slices = Math.ceil(units / SLICE);
  const held: Texture[] = [];
  const keep = (texture: Texture): Texture => {
    held.push(texture);
    return texture;
  };
  try {
    const keys = keep(context.upload(1, seeds.length, keysOf(seeds)));
    const input = keep(context.upload(across, seeds.length, chain.input));
    const state = keep(context.target(across, seeds.length));
    const parts = keep(context.target(across, seeds.length * slices));
    const multiply = multiplySource(law);
    const activate = activateSource(activationGlsl(chain.activation)!);
    const scale = law.kind === "normal" ? law.deviation : law.bound;
    const perLayer = units * units * seeds.length;
    const tallest = Math.max(1, Math.floor(TALLEST / seeds.length));
    let limit = FIRST_STRETCH;
    let x = input;
    for (let layer = 1; layer <= depth;) {
      const wanted = Math.max(1, Math.floor(limit / perLayer));
      const count = Math.min(wanted, tallest, depth - layer + 1);
      const start = performance.now();
      const stack = context.target(across, count * seeds.length);
      try {
        for (let at = 0; at < count; at++) {
          const top = at * seeds.length;
          const rect = { x: 0, y: top, width: across, height: seeds.length };
          const shape = { across, slices, rows: across };
          const uniforms = {
            x: x.texture,
            keys: keys.texture,
            stream: layer + at,
            scale,
            ...shape,
          };
          context.draw({ source: multiply, uniforms, target: parts });
          const sum = { parts: parts.texture, slices, top };
          context.draw({ source: SUM, uniforms: sum, target: stack, rects: [rect] });
          context.draw({ source: activate, uniforms: { z: stack.texture, top }, target: state });
          x = state;
        }
        const { texture, width, height } = stack;
        const [numbers] = await context.read([{ texture, width, height, kind: "float" }]);
        const size = seeds.length * units;
        for (let at = 0; at < count; at++) {
          const z = (numbers as Float32Array).subarray(at * size, (at + 1) * size);
          if (!(await take(layer + at, z))) return;
        }
      } finally {
        stack.release();
      }
      layer += count;
      const speed = STRETCH / Math.max(performance.now() - start, 1);
      limit = Math.min(limit * Math.min(Math.max(speed, 0.25), 4), LAST_STRETCH);
      context.activate();
    }
  } finally {
    for (const texture of held) texture.release();
  }
}

function keysOf(seeds: readonly number[]): Float32Array {
  return Float32Array.from(
    seeds.flatMap((seed) => {
      const [low, high] = [seed >>> 0, Math.floor(seed / 2 ** 32)];
      return [low & 0xffff, low >>> 16, high & 0xffff, high >>> 16];
    }),
  );
}
