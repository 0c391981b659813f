import type { Texture, WebglContext } from "../../device/webgl/context";
import type { Breathe } from "../../jobs/job";
import { measureOnWebgl } from "../statistics/webgl";
import { activationGlsl } from "./activation-glsl";
import { createPace } from "./pace";
import {
  finished,
  finishSource,
  MOMENTS,
  multiplySource,
  productSource,
  scaleOf,
} from "./programs";
import {
  multiply,
  numbersIn,
  sliceCount,
  workOf,
  TALLEST,
  type Passed,
  type Run,
  type Take,
  type WebglChain,
} from "./run";
import { sendBack } from "./webgl-back";

/**
 * Sends seeds through a chain of layers on the graphics processor, each weight drawn there, and a
 * gradient back through the same weights where one is given. A stretch of layers is measured there as
 * well, and only its measures are read back and handed on, in order: to `take` on the way there, to
 * `takeBack` on the way back. Sums are float32, in slices of 32. Memory is freed whatever happens.
 */
export async function runWebglChain(
  context: WebglContext,
  chain: WebglChain,
  breathe: Breathe,
  take: Take,
  takeBack: Take,
): Promise<void> {
  const { units, columns, kernelSize, depth, seeds, law } = chain;
  const across = units / 4;
  const rows = seeds.length * columns;
  const held = new Set<Texture>();
  const keep = (texture: Texture): Texture => {
    held.add(texture);
    return texture;
  };
  const target = (width: number, height: number) => keep(context.target(width, height));
  try {
    const keys = keep(context.upload(1, seeds.length, keysOf(seeds)));
    const vector = columns === 1;
    const run: Run = {
      context,
      chain,
      breathe,
      shared: { across, columns, keys: keys.texture, scale: scaleOf(law) },
      z: target(across, rows),
      work: target(across, vector ? seeds.length * sliceCount(chain) : kernelSize ** 2 * units),
      rows,
      target,
    };
    let x = keep(context.upload(across, rows, chain.input));
    const states = [target(across, rows), target(across, rows)] as const;
    const programs = { vector: multiplySource(law, "there"), matrix: productSource("there") };
    const finish = finishSource(activationGlsl(chain.activation).source);
    const passed: Passed[] = [];
    const pace = createPace(workOf(chain), Math.max(1, Math.floor(TALLEST / rows)));
    for (let layer = 1; layer <= depth;) {
      const count = pace.begin(depth - layer + 1);
      const stretch = () => target(across, count * rows);
      const stacks = {
        values: stretch(),
        slopes: stretch(),
        normals: chain.batchNorm && chain.gradient ? stretch() : null,
      };
      for (let at = 0; at < count; at++) {
        await multiply(run, x, layer + at, programs);
        const state = states[(layer + at) % 2]!;
        passed.push(finishLayer(run, finish, x, { state, ...stacks, top: at * rows }));
        x = state;
      }
      const { values, slopes } = stacks;
      const stack = { values: values.texture, slopes: slopes.texture, columns, units };
      const measures = await measureOnWebgl(context, { ...stack, groups: count * seeds.length });
      if (!(await take({ firstLayer: layer, measures, numbers: numbersIn(context, values) })))
        return;
      for (const texture of chain.gradient ? [values] : [values, slopes]) {
        texture.release();
        held.delete(texture);
      }
      layer += count;
      pace.end();
      context.activate();
    }
    if (chain.gradient) {
      const gradient = keep(context.upload(across, rows, chain.gradient));
      await sendBack(run, passed, gradient, takeBack);
    }
  } finally {
    for (const texture of held) texture.release();
  }
}

/** From pre-activations to the next layer's input; what is measured or needed later is kept. */
function finishLayer(
  { context, chain: { branch, batchNorm, seeds }, shared, z, target }: Run,
  source: string,
  x: Texture,
  to: {
    readonly state: Texture;
    readonly values: Texture;
    readonly slopes: Texture;
    readonly normals: Texture | null;
    readonly top: number;
  },
): Passed {
  const moments = batchNorm ? target(z.width, seeds.length * 2) : null;
  if (moments) {
    const uniforms = { ...shared, z: z.texture };
    context.draw({ source: MOMENTS, uniforms, target: moments });
  }
  const uniforms = {
    ...shared,
    z: z.texture,
    x: x.texture,
    moments: (moments ?? z).texture,
    normalised: moments !== null,
    carried: branch !== null,
    branch: branch ?? 1,
  };
  const into = (texture: Texture, top: number, wanted: number) =>
    context.draw({
      source,
      uniforms: { ...uniforms, top, wanted },
      target: texture,
      rects: [{ x: 0, y: top, width: z.width, height: z.height }],
    });
  into(to.state, 0, finished.value);
  into(to.values, to.top, finished.value);
  into(to.slopes, to.top, finished.slope);
  const { slopes, normals, top } = to;
  if (normals) into(normals, top, finished.normalised);
  return { slopes, top, normalised: normals && moments ? { normals, moments } : null };
}

function keysOf(seeds: readonly number[]): Float32Array {
  return Float32Array.from(
    seeds.flatMap((seed) => {
      const [low, high] = [seed >>> 0, Math.floor(seed / 2 ** 32)];
      return [low & 0xffff, low >>> 16, high & 0xffff, high >>> 16];
    }),
  );
}
