import type { SignalEvent, SignalHistogram, SignalShares } from "../../compute/signal-chain";
import type { SignalChainResult } from "../../compute/types";
import { quantiles } from "../../core/statistics/quantiles";

/** Single runs drawn beside the median. */
const RUNS = 12;

/** 5th, 50th and 95th percentile over the seeds, by layer. */
export interface Cloud {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** When something first happened. */
export interface EventReading {
  /** Runs in which it did. */
  readonly runs: number;
  /** Of those: the earliest layer, the middle one and the latest. */
  readonly earliest: number;
  readonly median: number;
  readonly latest: number;
}

/** What the figure needs of an answer: what the page carries, too. */
export interface Measured {
  /** Of the question that this answers. */
  readonly tag: string | undefined;
  readonly seeds: number;
  readonly depth: number;
  readonly method: SignalChainResult["method"];
  readonly exact: boolean;
  readonly format: SignalChainResult["format"];
  readonly madeBy: SignalChainResult["madeBy"];
  /** log₁₀ of the root mean square, from the input (0) on. */
  readonly scale: Cloud;
  readonly runs: readonly (readonly number[])[];
  readonly gradient: Cloud | null;
  readonly shares: readonly SignalShares[];
  /** Over the seeds, by layer: the middle mean and standard deviation. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** After the last layer, of every seed, in rising order. */
  readonly finalMeans: readonly number[];
  readonly finalDeviations: readonly number[];
  readonly events: Readonly<Record<SignalEvent, EventReading | null>>;
  readonly ridge: readonly Ridge[];
}

export interface Ridge extends Omit<SignalHistogram, "counts"> {
  readonly counts: readonly number[];
}

const LOW = 0;
const MIDDLE = 2;
const HIGH = 4;

export function measuredOf(result: SignalChainResult): Measured {
  const { layers, seeds, logRms, inputLogRms, events, gradient } = result;
  const depth = layers.length;
  const first = quantiles(inputLogRms, [0.05, 0.5, 0.95]);
  const cloudOf = (head: readonly number[], at: (layer: number) => readonly number[]): Cloud => {
    const line = (share: number, place: number) => [
      head[share]!,
      ...layers.map((_, layer) => at(layer)[place]!),
    ];
    return { low: line(0, LOW), median: line(1, MIDDLE), high: line(2, HIGH) };
  };
  const last = (block: ArrayLike<number>) =>
    Array.from(seeds, (_, seed) => block[seed * depth + depth - 1]!).sort((a, b) => a - b);
  return {
    tag: result.tag,
    seeds: seeds.length,
    depth,
    method: result.method,
    exact: result.exact,
    format: result.format,
    madeBy: result.madeBy,
    scale: cloudOf(first, (layer) => layers[layer]!.logRms),
    runs: Array.from({ length: Math.min(RUNS, seeds.length) }, (_, seed) => [
      inputLogRms[seed]!,
      ...logRms.subarray(seed * depth, (seed + 1) * depth),
    ]),
    gradient: gradient
      ? cloudOf(
          quantiles(gradient.inputLogRms, [0.05, 0.5, 0.95]),
          (layer) => layers[layer]!.gradientLogRms!,
        )
      : null,
    shares: layers.map(({ shares }) => shares),
    means: layers.map(({ mean }) => mean[MIDDLE]),
    deviations: layers.map(({ deviation }) => deviation[MIDDLE]),
    finalMeans: last(result.mean),
    finalDeviations: last(result.deviation),
    events: mapValues(events, eventReading),
    ridge: result.histograms.map((histogram) => ({
      ...histogram,
      counts: [...histogram.counts],
    })),
  };
}

function eventReading(firsts: Int32Array): EventReading | null {
  const layers = firsts.filter((layer) => layer > 0).sort();
  if (layers.length === 0) return null;
  return {
    runs: layers.length,
    earliest: layers[0]!,
    median: layers[layers.length >> 1]!,
    latest: layers.at(-1)!,
  };
}

function mapValues<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  map: (value: A) => B,
): Readonly<Record<K, B>> {
  return Object.fromEntries(
    Object.entries<A>(record).map(([key, value]) => [key, map(value)]),
  ) as Record<K, B>;
}

/** Digits of a carried number: more than any that is printed. */
const DIGITS = 5;
const names = new Map([
  [Infinity, "∞"],
  [-Infinity, "-∞"],
]);
const values = new Map([...names].map(([value, name]) => [name, value]));

/** What stands in the page: `Measured` as JSON can hold it, infinities by name. */
export interface Carried {
  readonly carried: unknown;
}

export function carry(measured: Measured): Carried {
  const text = JSON.stringify(measured, (_, value: unknown) => {
    if (typeof value !== "number") return value;
    if (Number.isNaN(value)) return "NaN";
    return names.get(value) ?? Number(value.toPrecision(DIGITS));
  });
  return { carried: JSON.parse(text) as unknown };
}

export function uncarry({ carried }: Carried): Measured {
  return JSON.parse(JSON.stringify(carried), (_, value: unknown) => {
    if (value === "NaN") return NaN;
    return typeof value === "string" ? (values.get(value) ?? value) : value;
  }) as Measured;
}
