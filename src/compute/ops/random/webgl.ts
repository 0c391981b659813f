import type { RandomSequence } from "../../../core/random/fill";
import type { Texture, WebglContext } from "../../device/webgl/context";
import { NORMALS, PHILOX } from "./philox-glsl";

/** Blocks a row of the textures made here. */
const ACROSS = 256;

const HEAD = `#version 300 es
precision highp float;
precision highp int;
uniform ivec2 key, sequence;  // (low, high) word of the seed; (stream, step)
uniform float scale;
${PHILOX}
// block (x + ${ACROSS}·y) at fragment (x, y)
uvec4 wordsHere() {
  uvec2 at = uvec2(gl_FragCoord.xy);
  return philox(uvec4(at.x + ${ACROSS}u * at.y, 0u, uvec2(sequence)), uvec2(key));
}
`;

const WORDS = `${HEAD}
out uvec4 result;
void main() { result = wordsHere(); }`;

const NORMAL_NUMBERS = `${HEAD}${NORMALS}
out vec4 result;
void main() { result = scale * normals(wordsHere()); }`;

function uniformsOf({ seed, stream = 0, step = 0 }: RandomSequence) {
  return { key: [seed | 0, Math.floor(seed / 2 ** 32) | 0], sequence: [stream | 0, step | 0] };
}

/** The generator's words, four a texel: block b at texel (b mod 256, ⌊b / 256⌋). The caller frees it. */
export function drawWords(context: WebglContext, count: number, sequence: RandomSequence): Texture {
  const target = context.counters(ACROSS, Math.ceil(count / 4 / ACROSS));
  context.draw({ source: WORDS, uniforms: uniformsOf(sequence), target });
  return target;
}

/** `scale` times standard normal numbers in the order of `drawWords`. The caller frees it. */
export function drawNormals(
  context: WebglContext,
  count: number,
  sequence: RandomSequence,
  scale = 1,
): Texture {
  const target = context.target(ACROSS, Math.ceil(count / 4 / ACROSS));
  const uniforms = { ...uniformsOf(sequence), scale };
  context.draw({ source: NORMAL_NUMBERS, uniforms, target });
  return target;
}
