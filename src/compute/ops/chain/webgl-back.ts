import type { Texture } from "../../device/webgl/context";
import { measureOnWebgl } from "../statistics/webgl";
import { CARRY, SHARED_MEANS, THROUGH_NORM, THROUGH_SLOPE } from "./back-programs";
import { createPace } from "./pace";
import { multiplySource, productSource } from "./programs";
import { multiply, numbersIn, TALLEST, workOf, type Passed, type Run, type Take } from "./run";

/**
 * Sends a gradient by the last layer's output back through the layers passed, and hands on the
 * measures of the gradients by every layer's input, the last layer's first.
 */
export async function sendBack(
  run: Run,
  passed: readonly Passed[],
  gradient: Texture,
  take: Take,
): Promise<void> {
  const { context, chain, rows, z } = run;
  const { columns, units, seeds, law } = chain;
  const programs = { vector: multiplySource(law, "back"), matrix: productSource("back") };
  const states = [run.target(z.width, rows), run.target(z.width, rows)] as const;
  const scratch = {
    atZ: run.target(z.width, rows),
    atProduct: run.target(z.width, rows),
    means: run.target(z.width, seeds.length * 2),
  };
  const pace = createPace(workOf(chain), Math.max(1, Math.floor(TALLEST / rows)));
  let g = gradient;
  for (let layer = passed.length; layer > 0;) {
    const count = pace.begin(layer);
    const stack = context.target(z.width, count * rows);
    try {
      for (let at = 0; at < count; at++) {
        const branch = throughLayer(run, passed[layer - at - 1]!, g, scratch);
        await multiply(run, branch, layer - at, programs);
        const state = states[(layer + at) % 2]!;
        carry(run, g, state, 0);
        carry(run, g, stack, at * rows);
        g = state;
      }
      const { texture } = stack;
      const groups = count * seeds.length;
      const layers = { values: texture, slopes: texture, columns, units, groups };
      const measures = await measureOnWebgl(context, layers);
      const numbers = numbersIn(context, stack);
      if (!(await take({ firstLayer: layer, measures, numbers }))) return;
    } finally {
      stack.release();
    }
    layer -= count;
    pace.end();
    context.activate();
  }
}

/** From the gradient by a layer's output to that by its product with the weights. */
function throughLayer(
  { context, chain: { branch }, shared }: Run,
  { slopes, top, normalised }: Passed,
  g: Texture,
  {
    atZ,
    atProduct,
    means,
  }: { readonly atZ: Texture; readonly atProduct: Texture; readonly means: Texture },
): Texture {
  const uniforms = { ...shared, g: g.texture, slopes: slopes.texture, top, branch: branch ?? 1 };
  context.draw({ source: THROUGH_SLOPE, uniforms, target: atZ });
  if (!normalised) return atZ;
  const norm = {
    ...shared,
    g: atZ.texture,
    normals: normalised.normals.texture,
    moments: normalised.moments.texture,
    means: means.texture,
    top,
  };
  const { means: _own, ...without } = norm;
  context.draw({ source: SHARED_MEANS, uniforms: without, target: means });
  context.draw({ source: THROUGH_NORM, uniforms: norm, target: atProduct });
  return atProduct;
}

/** The gradient by a layer's input, into a target from row `top` on. */
function carry({ context, chain, z }: Run, g: Texture, target: Texture, top: number): void {
  const uniforms = {
    branchGradient: z.texture,
    g: g.texture,
    carried: chain.branch !== null,
    top,
  };
  const rects = [{ x: 0, y: top, width: z.width, height: z.height }];
  context.draw({ source: CARRY, uniforms, target, rects });
}
