import { conv2d, conv2dPartials, filterMap } from "../../../core/conv/conv2d";
import type { ConvGeometry } from "../../../core/conv/geometry";
import type { Conv2dOp } from "../../jobs/conv2d";
import type { Conv2dSpec } from "../../types";
import { distinct, mapName, type ConvMaps, type MapKey } from "./maps";

/** Core's own loops. */
export const cpuConv2d: Conv2dOp = {
  output: async (spec) => conv2d(spec),
  partials: async (spec, _geometry, outChannel) => conv2dPartials(spec, outChannel),
};

/** Maps of the first batch entry, by core's own loops. */
export function cpuMaps(
  spec: Conv2dSpec,
  geometry: ConvGeometry,
  wanted: readonly MapKey[],
): ConvMaps<Float32Array> {
  const made = new Map(
    distinct(wanted).map((key) => [mapName(key), filterMap(spec, geometry, key)]),
  );
  return { get: (key) => made.get(mapName(key))!, release: () => made.clear() };
}
