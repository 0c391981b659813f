import type { ActivationName } from "../../core/activation/activation";
import type { FloatFormat } from "../../core/float-format/float-format";

export type Method = "sameDistribution" | "literal";
export type Distribution = "normal" | "uniform" | "orthogonal";

/** The names of the fields are the keys of the link, `#w.race=1~gain:1~fan:plain`. */
export interface State {
  /** Inputs and outputs of every layer. */
  readonly width: number;
  readonly depth: number;
  readonly distribution: Distribution;
  /** Whether the deviation of a weight is gain/√n, or the gain itself. */
  readonly fan: "scaled" | "plain";
  readonly gain: number;
  /** A name, or `typed`: then `formula` says what. */
  readonly activation: ActivationName | "typed";
  readonly formula: string;
  readonly format: FloatFormat;
  /** Columns of x; 1 is a vector. */
  readonly columns: number;
  readonly method: Method;
  /** How many seeds, from 0. */
  readonly seeds: number;
  /** Sends a gradient back, too. */
  readonly backward: boolean;
  /** The layer that is read out, from 0 for x. */
  readonly layer: number;
}

export const WIDTH = { min: 8, max: 1024 } as const;
export const DEPTH = { min: 1, max: 300 } as const;
export const SEEDS = { min: 1, max: 500 } as const;
export const GAIN = { min: 0, max: 20 } as const;
export const COLUMNS = { min: 1, max: 512 } as const;
