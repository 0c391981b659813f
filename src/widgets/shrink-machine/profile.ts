import type { ConvStackResult } from "../../compute/types";
import { formatLimits } from "../../core/float-format/float-format";
import { formatInteger } from "../../core/format/number";
import type { ChartAxis } from "../../viz/chart/axis";
import type { ChartLimit } from "../../viz/chart/series";
import type { LayerCost } from "./costs";
import type { Measure } from "./measures";

/** One number a depth with its axes. */
export interface Profile {
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly depths: readonly number[];
  readonly values: readonly number[];
  readonly limits: readonly ChartLimit[];
}

const depthAxis = (from: number, to: number): ChartAxis => ({
  kind: "linear",
  from,
  to,
  title: "Depth",
  // A short way has ticks between its depths.
  format: (depth) => (Number.isInteger(depth) ? formatInteger(depth) : ""),
});

/** Multiply-accumulates of every layer; `null` of no layer. */
export function workProfile(layers: readonly LayerCost[]): Profile | null {
  if (layers.length === 0) return null;
  const values = layers.map(({ macs }) => macs);
  const title = "Multiply-accumulates of each layer";
  return {
    title,
    // Half a bar at either end.
    x: depthAxis(0.5, layers.length + 0.5),
    y: { kind: "linear", from: 0, to: Math.max(1, ...values), title, format: formatInteger },
    depths: values.map((_, at) => at + 1),
    values,
    limits: [],
  };
}

/**
 * Root mean square at every depth, the picture's first; `null` of no layer. Before there are
 * measures the picture stands alone, and the chart keeps its place.
 */
export function sizeProfile(
  picture: Measure,
  measures: readonly Measure[],
  format: ConvStackResult["format"],
  layers = measures.length,
): Profile | null {
  if (layers === 0) return null;
  const powers = [picture, ...measures].map(({ logRms }) => logRms);
  const finite = powers.filter(Number.isFinite);
  const { largest, smallestNormal } = formatLimits[format];
  // Where numbers leave the format, its end belongs in the picture.
  const lost = measures.some(({ positiveInfinity: a, negativeInfinity: b }) => a + b > 0);
  const faint = measures.some(({ subnormals }) => subnormals > 0);
  const low = Math.floor(Math.min(...finite, faint ? Math.log10(smallestNormal) : 0));
  const high = Math.max(Math.ceil(Math.max(...finite, lost ? Math.log10(largest) : 0)), low + 1);
  const title = "Size of the numbers (root mean square)";
  return {
    title,
    x: depthAxis(0, layers),
    y: { kind: "log", from: 10 ** low, to: 10 ** high, title },
    depths: powers.map((_, depth) => depth),
    values: powers.map((power) => 10 ** power),
    limits: [
      { at: "y", value: largest, label: `largest ${format}` },
      { at: "y", value: smallestNormal, label: `smallest ${format} at full precision` },
    ],
  };
}
