import type { SignalChainRequest, SignalChainResult } from "../../compute/types";
import type { SessionData } from "../../widget-kit/define-widget";
import type { State } from "./schema";

/** Trials of one request. */
export const BATCH = 500;
/** Trials of one seed of the reader never meet those of the next. */
const SEED_STRIDE = 100_000;

/** Results of trials, one of each a trial. */
export interface Trials {
  readonly means: Float64Array;
  /** Means of the squares. */
  readonly squares: Float64Array;
}

/** Results as the served page carries them. */
export interface CarriedTrials {
  readonly means: readonly number[];
  readonly squares: readonly number[];
}

/** A run as far as it has come. */
export interface TrialSession extends SessionData, Trials {
  /** What was asked for; a run of anything else is not shown. */
  readonly key: string;
  readonly running: boolean;
  readonly failure: string | null;
}

export const runKey = ({ width, activation, seed }: State): string =>
  [width, activation, seed].join();

/** The seed of one trial, for the engine's generator. */
export const trialSeed = ({ seed }: State, trial: number): number => seed * SEED_STRIDE + trial;

/** The next trials: a chain of one layer, once a trial. */
export function trialRequest(state: State, from: number): SignalChainRequest {
  const { width, activation, trials } = state;
  const count = Math.min(BATCH, trials - from);
  return {
    job: "signalChain",
    layer: { kind: "dense", width },
    depth: 1,
    init: { name: "normal", deviation: 1 },
    activation,
    format: "float32",
    seeds: Array.from({ length: count }, (_, at) => trialSeed(state, from + at)),
    method: "sameDistribution",
  };
}

/** Six digits of each result: more than the figure shows. */
export function carriedTrials({ means, squares }: Trials): CarriedTrials {
  const short = (values: Float64Array) =>
    Array.from(values, (value) => Number(value.toPrecision(6)));
  return { means: short(means), squares: short(squares) };
}

export function readCarried({ means, squares }: CarriedTrials): Trials {
  return { means: Float64Array.from(means), squares: Float64Array.from(squares) };
}

/** Every trial's mean and mean square; the engine gives the mean and the unbiased deviation. */
export function trialsOf({ mean, deviation }: SignalChainResult, width: number): Trials {
  const biased = (width - 1) / width;
  return { means: mean, squares: mean.map((m, at) => m * m + deviation[at]! ** 2 * biased) };
}

/** The first `count` of them, where there are so many. */
export function upTo({ means, squares }: Trials, count: number): Trials {
  return { means: means.subarray(0, count), squares: squares.subarray(0, count) };
}

export function joined(a: Trials, b: Trials): Trials {
  const both = (first: Float64Array, second: Float64Array) => {
    const all = new Float64Array(first.length + second.length);
    all.set(first);
    all.set(second, first.length);
    return all;
  };
  return { means: both(a.means, b.means), squares: both(a.squares, b.squares) };
}
