import type { InitLaw } from "../../../core/init/init";

/** A checked chain with its sizes put in. */
export interface SignalPlan {
  readonly seeds: readonly number[];
  readonly law: InitLaw;
  /** Rows of the weight matrix: width, or kernelSize² · channels. */
  readonly inputs: number;
  /** Columns of the weight matrix: width, or channels. */
  readonly units: number;
  /** Numbers a unit gives: columns of the input matrix, or places of a map. */
  readonly columns: number;
  /** Standard deviation of the input. */
  readonly inputDeviation: number;
  /** Weights drawn, over all layers, seeds and directions; 0 by the shortcut. */
  readonly draws: number;
  /** Multiply-accumulates. */
  readonly products: number;
}
