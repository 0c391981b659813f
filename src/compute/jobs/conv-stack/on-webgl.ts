import type { WebglContext } from "../../device/webgl/context";
import { convolvePlane, poolPlane, readPlanes, uploadPlane } from "../../ops/plane/webgl";
import type { WebglPlane } from "../../ops/plane/webgl";
import type { ConvStackRequest } from "../../conv-stack";
import type { Jobs } from "../job";
import { keptMaps } from "./keep";
import { outSize, readsOf, type StackPlan } from "./plan";

/** What may wait on the device before it is fetched: numbers kept, and cells read to make them. */
const MOST_CELLS = 2 ** 22;
const MOST_READS = 4e7;

/**
 * The stack on the graphics processor: each layer reads the texture that the one before it wrote.
 * Maps are fetched many at a time, and their textures released.
 */
export function stackOnWebgl(context: WebglContext): Jobs["convStack"] {
  return async (request: ConvStackRequest, plan: StackPlan, breathe) => {
    const { input } = request;
    const kept = keptMaps(request, plan, context.precision);
    const [height, width] = input.shape as [number, number];
    const kernels = new Map<Float32Array, WebglPlane>();
    const live = new Set<WebglPlane>();
    const kernelPlane = (kernel: Float32Array, size: number) => {
      const known = kernels.get(kernel) ?? uploadPlane(context, kernel, size, size);
      kernels.set(kernel, known);
      return known;
    };
    let waiting: { readonly layer: number; readonly plane: WebglPlane }[] = [];
    let cells = 0;
    let reads = 0;
    try {
      let before = uploadPlane(context, input.data, height, width);
      live.add(before);
      for (const [layer, step] of plan.steps.entries()) {
        const size = outSize(step);
        const plane =
          step.kind === "conv"
            ? convolvePlane(context, before, kernelPlane(step.layer.kernel, step.layer.size), {
                geometry: step.geometry,
                rectify: step.layer.activation === "relu",
              })
            : poolPlane(context, before, {
                geometry: step.geometry,
                largest: step.layer.kind === "maxPool",
                countPadding: true,
              });
        live.add(plane);
        waiting.push({ layer, plane });
        cells += size.height * size.width;
        reads += readsOf(step);
        const last = layer === plan.steps.length - 1;
        if (cells > MOST_CELLS || reads > MOST_READS || last) {
          await readPlanes(
            context,
            waiting.map((one) => one.plane),
            (at) => kept.at(waiting[at]!.layer),
          );
          for (const one of waiting) kept.measure(one.layer);
          for (const one of live) if (one !== plane) release(live, one);
          waiting = [];
          cells = reads = 0;
          if (!last) await breathe();
        }
        before = plane;
      }
      return kept.result("webgl");
    } finally {
      for (const one of live) release(live, one);
      for (const one of kernels.values()) one.texture.release();
    }
  };
}

function release(live: Set<WebglPlane>, plane: WebglPlane): void {
  plane.texture.release();
  live.delete(plane);
}
