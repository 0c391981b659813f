import { quantiles } from "../../../core/statistics/quantiles";
import type {
  SeedQuantiles,
  SignalChainRequest,
  SignalChainResult,
  SignalEvent,
  SignalHistogram,
  SignalLayerSummary,
  SignalShares,
} from "../../signal-chain";
import type { SignalPlan } from "./plan";
import { shareNames, type SignalTrace } from "./trace";

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];
const BINS = 64;
/** From here on a number rounds to infinity in half precision. */
const HALF_OVERFLOW = 65_520;

/** What a finished trace amounts to over its seeds. */
export function resultOf(
  request: SignalChainRequest,
  plan: SignalPlan,
  trace: SignalTrace,
  madeBy: SignalChainResult["madeBy"],
): SignalChainResult {
  const { depth, method, format, backward = false, tag } = request;
  const layers = Array.from({ length: depth }, (_, layer) => summaryOf(trace, layer, backward));
  return {
    job: "signalChain",
    method,
    exact: method === "literal" || plan.law.kind !== "uniform",
    format,
    madeBy,
    seeds: plan.seeds,
    layers,
    inputLogRms: trace.inputLogRms,
    logRms: trace.logRms,
    mean: trace.mean,
    deviation: trace.deviation,
    events: eventsOf(trace, plan.seeds.length),
    ...(backward
      ? { gradient: { logRms: trace.gradientLogRms, inputLogRms: trace.inputGradientLogRms } }
      : {}),
    histograms: [...trace.samples].map(([layer, numbers]) => histogramOf(layer, numbers)),
    ...(tag === undefined ? {} : { tag }),
  };
}

function summaryOf(trace: SignalTrace, layer: number, backward: boolean): SignalLayerSummary {
  const column = (block: Float32Array | Float64Array): Float64Array =>
    Float64Array.from(
      { length: block.length / trace.depth },
      (_, row) => block[row * trace.depth + layer]!,
    );
  const over = (block: Float32Array | Float64Array) =>
    quantiles(column(block), SHARES) as readonly number[] as SeedQuantiles;
  const shares = Object.fromEntries(
    shareNames.map((name) => {
      const values = column(trace.shares[name]);
      return [name, values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  ) as Record<keyof SignalShares, number>;
  return {
    logRms: over(trace.logRms),
    mean: over(trace.mean),
    deviation: over(trace.deviation),
    ...(backward ? { gradientLogRms: over(trace.gradientLogRms) } : {}),
    shares,
  };
}

/** Whether each event holds for one layer of one seed. */
const happens: Readonly<Record<SignalEvent, (trace: SignalTrace, at: number) => boolean>> = {
  anyInfinite: ({ shares }, at) => shares.infinite[at]! > 0,
  anyNonFinite: ({ shares }, at) => shares.infinite[at]! + shares.nan[at]! > 0,
  allNonFinite: ({ shares }, at) => shares.infinite[at]! + shares.nan[at]! > 1 - 1e-7,
  anySubnormal: ({ shares }, at) => shares.subnormal[at]! > 0,
  halfZero: ({ shares }, at) => shares.zero[at]! >= 0.5,
  allZero: ({ shares }, at) => shares.zero[at] === 1,
  beyondHalf: ({ shares, largest }, at) =>
    largest[at]! >= HALF_OVERFLOW || shares.infinite[at]! + shares.nan[at]! > 0,
};

function eventsOf(trace: SignalTrace, seeds: number): Record<SignalEvent, Int32Array> {
  const firstOf = (event: SignalEvent) =>
    Int32Array.from({ length: seeds }, (_, row) => {
      for (let layer = 0; layer < trace.depth; layer++)
        if (happens[event](trace, row * trace.depth + layer)) return layer + 1;
      return 0;
    });
  return Object.fromEntries(
    (Object.keys(happens) as SignalEvent[]).map((event) => [event, firstOf(event)]),
  ) as Record<SignalEvent, Int32Array>;
}

function histogramOf(layer: number, numbers: readonly number[]): SignalHistogram {
  let [from, to, infinite, nan] = [Infinity, -Infinity, 0, 0];
  for (const value of numbers) {
    if (Number.isNaN(value)) nan++;
    else if (Math.abs(value) === Infinity) infinite++;
    else {
      from = Math.min(from, value);
      to = Math.max(to, value);
    }
  }
  const counts = new Uint32Array(BINS);
  if (from > to) return { layer, from: 0, to: 0, counts, infinite, nan };
  const width = to / BINS - from / BINS;
  for (const value of numbers)
    if (Number.isFinite(value)) {
      const bin = width > 0 ? Math.floor(value / width - from / width) : 0;
      counts[Math.min(Math.max(bin, 0), BINS - 1)]!++;
    }
  return { layer, from, to, counts, infinite, nan };
}
