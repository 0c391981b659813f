import type { PlaneRange } from "../../compute/types";
import { rangeOf } from "../../core/color/scale";
import { summary } from "../../core/statistics/summary";
import type { ConvStackResult } from "../../compute/types";

/** What one depth's numbers amount to. */
export interface Measure extends PlaneRange {
  readonly zeros: number;
  readonly subnormals: number;
  readonly mean: number;
  /** log₁₀ of the root mean square; −∞ for zeros. */
  readonly logRms: number;
}

/** An answer as the served page carries it: without the maps. */
export interface CarriedResult {
  readonly job: "convStack";
  readonly tag?: string;
  readonly format: ConvStackResult["format"];
  readonly madeBy: ConvStackResult["madeBy"];
  /** One text a layer: side, then the measure's numbers. */
  readonly measures: readonly string[];
}

const order = [
  "min",
  "max",
  "nan",
  "positiveInfinity",
  "negativeInfinity",
  "zeros",
  "subnormals",
  "mean",
  "logRms",
] as const satisfies readonly (keyof Measure)[];

export function measureOf(data: Float32Array): Measure {
  const { zeros, subnormals, mean, logRms } = summary(data);
  return { ...rangeOf(data), zeros, subnormals, mean, logRms };
}

/** A side and its measure. */
export interface Depth {
  readonly side: number;
  readonly measure: Measure;
  /** `null` where only the measures are at hand. */
  readonly data: Float32Array | null;
}

/** The depths of an answer, whole or carried, first layer first. */
export function depthsOf(result: ConvStackResult | CarriedResult): readonly Depth[] {
  if ("measures" in result) return result.measures.map(readDepth);
  return result.maps.map(
    ({ width, data, range, summary: { zeros, subnormals, mean, logRms } }) => ({
      side: width,
      data,
      measure: { ...range, zeros, subnormals, mean, logRms },
    }),
  );
}

export function carried(
  { format, madeBy, tag = "" }: ConvStackResult,
  depths: readonly Depth[],
): CarriedResult {
  const texts = depths.map(({ side, measure }) =>
    [side, ...order.map((name) => Number(measure[name].toPrecision(6)))].join(" "),
  );
  return { job: "convStack", tag, format, madeBy, measures: texts };
}

function readDepth(text: string): Depth {
  const [side = 0, ...numbers] = text.split(" ").map(Number);
  const measure = Object.fromEntries(order.map((name, at) => [name, numbers[at]!]));
  return { side, measure: measure as unknown as Measure, data: null };
}
