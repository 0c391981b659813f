import type { SignalPlan } from "./plan";
import type { LayerMeasures } from "../../ops/statistics/meter";

/** What is written down while chains run: a row a seed, a column a layer. */
export interface SignalTrace {
  readonly depth: number;
  readonly inputLogRms: Float32Array;
  readonly logRms: Float32Array;
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** Largest size of a finite number. */
  readonly largest: Float64Array;
  /** Shares of a layer's numbers, and of its units for `dead`. */
  readonly shares: Readonly<Record<ShareName, Float32Array>>;
  readonly gradientLogRms: Float32Array;
  readonly inputGradientLogRms: Float32Array;
  /** Numbers of the layers that are counted into bins, seed after seed. */
  readonly samples: ReadonlyMap<number, number[]>;
}

export const shareNames = ["zero", "subnormal", "infinite", "nan", "saturated", "dead"] as const;
export type ShareName = (typeof shareNames)[number];

/** Numbers of one layer that are kept for its histogram. */
const SAMPLE_LIMIT = 2 ** 18;

export function createTrace(
  { seeds }: SignalPlan,
  depth: number,
  histograms: readonly number[] = [],
): SignalTrace {
  const cells = seeds.length * depth;
  const row = () => new Float32Array(seeds.length);
  const block = () => new Float32Array(cells);
  const wide = () => new Float64Array(cells);
  return {
    depth,
    inputLogRms: row(),
    logRms: block(),
    mean: wide(),
    deviation: wide(),
    largest: wide(),
    shares: {
      zero: block(),
      subnormal: block(),
      infinite: block(),
      nan: block(),
      saturated: block(),
      dead: block(),
    },
    gradientLogRms: block(),
    inputGradientLogRms: row(),
    samples: new Map(histograms.map((layer) => [layer, []])),
  };
}

/** Writes one layer of one seed down; both counted from 0. */
export function record(
  trace: SignalTrace,
  seed: number,
  layer: number,
  measures: LayerMeasures,
  numbers: Float32Array | Float64Array,
): void {
  const at = seed * trace.depth + layer;
  trace.logRms[at] = measures.logRms;
  trace.mean[at] = measures.mean;
  trace.deviation[at] = measures.deviation;
  trace.largest[at] = measures.largest;
  for (const name of shareNames) trace.shares[name][at] = measures[name];
  const samples = trace.samples.get(layer + 1);
  if (!samples) return;
  for (let i = 0; i < numbers.length && samples.length < SAMPLE_LIMIT; i++)
    samples.push(numbers[i]!);
}
