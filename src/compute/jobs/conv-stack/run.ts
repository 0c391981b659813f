import type { ConvStackRequest, ConvStackResult } from "../../conv-stack";
import { plainLoops, type PlaneLoops } from "../../ops/plane/loops";
import { simdLoops } from "../../ops/plane/simd-loops";
import type { Breathe, Jobs } from "../job";
import { keptMaps } from "./keep";
import type { StackPlan } from "./plan";

/** Longest stretch of work between two breaths, in milliseconds. */
const STRETCH = 40;

/** The stack on the processor. */
function stackOn(loops: PlaneLoops): Jobs["convStack"] {
  return async (
    request: ConvStackRequest,
    plan: StackPlan,
    breathe: Breathe,
  ): Promise<ConvStackResult> => {
    const kept = keptMaps(request, plan, "float32");
    let before = request.input.data;
    let breathed = performance.now();
    for (const [layer, step] of plan.steps.entries()) {
      const map = kept.at(layer);
      if (step.kind === "conv") {
        loops.conv(before, step.layer.kernel, step.geometry, map);
        if (step.layer.activation === "relu") rectify(map);
      } else loops.pool(before, step.layer.kind, step.geometry, map);
      kept.measure(layer);
      before = map;
      if (performance.now() - breathed < STRETCH) continue;
      await breathe();
      breathed = performance.now();
    }
    return kept.result(loops.madeBy);
  };
}

/** By core's own loops. */
export const plainStack = stackOn(plainLoops);

/** With SIMD code of our own, or plain loops where there is none. */
export async function openStack(): Promise<Jobs["convStack"]> {
  return stackOn(await simdLoops().catch(() => plainLoops));
}

/** NaN stays visible. */
function rectify(map: Float32Array): void {
  for (let at = 0; at < map.length; at++) if (map[at]! < 0) map[at] = 0;
}
