import type { ProductTrialLaw } from "../../core/moments/product-trial";
import type { Histogram } from "../../core/statistics/histogram";
import type { OpenedTrial } from "./opened-trial";
import type { State } from "./schema";
import type { Trials } from "./trials";

/** The averages after some trials. */
export interface RunningPoint {
  readonly trials: number;
  readonly mean: number;
  readonly rms: number;
}

/** One average of all trials so far beside what theory says. */
export interface Reading {
  readonly name: "mean" | "rms" | "standard deviation";
  readonly formula: string;
  readonly measured: number;
  readonly theory: number;
}

/** One curve of a running average with theory's funnel: `centre ± 2 · scatter/√trials`. */
export interface Funnel {
  readonly name: "mean" | "rms";
  readonly centre: number;
  /** Standard deviation of what one trial adds. */
  readonly scatter: number;
  readonly points: readonly { readonly trials: number; readonly value: number }[];
}

/** Results of single trials, counted, and the bell that theory expects. */
export interface Results {
  readonly histogram: Histogram;
  readonly centre: number;
  readonly scatter: number;
}

export interface ProductTrialsModel {
  readonly state: State;
  readonly law: ProductTrialLaw;
  /** `null` before the first have come. */
  readonly trials: Trials | null;
  /** Trials done. */
  readonly count: number;
  readonly running: boolean;
  readonly failure: string | null;
  /** Empty before the first trials have come. */
  readonly readings: readonly Reading[];
  readonly funnels: readonly Funnel[];
  readonly results: Results | null;
  /** What the cloud of results means, in sentences. */
  readonly scatter: readonly string[];
  readonly opened: OpenedTrial;
  /** The opened trial's W·x, counted. */
  readonly products: Histogram;
  readonly path: readonly RunningPoint[];
  readonly verdict: string;
}
