import { rangeOf } from "../../../core/color/scale";
import { formatLimits } from "../../../core/float-format/float-format";
import { summary } from "../../../core/statistics/summary";
import type { ConvStackRequest, ConvStackResult, StackMap } from "../../conv-stack";
import { outSize, type StackPlan } from "./plan";

/** A result with its buffer laid out, to be filled and measured layer by layer. */
export interface KeptMaps {
  /** Where the map of a layer belongs. */
  at(layer: number): Float32Array;
  /** The map of a layer has been written. */
  measure(layer: number): void;
  result(madeBy: ConvStackResult["madeBy"]): ConvStackResult;
}

export function keptMaps(
  { tag }: ConvStackRequest,
  { steps, cells }: StackPlan,
  format: ConvStackResult["format"],
): KeptMaps {
  const all = new Float32Array(cells);
  let start = 0;
  const places = steps.map((step) => {
    const { height, width } = outSize(step);
    const data = all.subarray(start, (start += height * width));
    return { height, width, data };
  });
  const maps: StackMap[] = [];
  const { smallestNormal } = formatLimits[format];
  return {
    at: (layer) => places[layer]!.data,
    measure(layer) {
      const place = places[layer]!;
      maps[layer] = {
        ...place,
        range: rangeOf(place.data),
        summary: summary(place.data, smallestNormal),
      };
    },
    result: (madeBy) => ({
      job: "convStack",
      maps,
      format,
      madeBy,
      ...(tag === undefined ? {} : { tag }),
    }),
  };
}
