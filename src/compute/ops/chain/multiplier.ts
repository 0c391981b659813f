import type { InitLaw } from "../../../core/init/init";
import type { FloatFormat } from "../../../core/float-format/float-format";
import type { RandomSequence } from "../../../core/random/fill";

/** A random weight matrix that is drawn when it is used, and the same every time it is. */
export interface DrawnWeights {
  readonly law: InitLaw;
  readonly sequence: RandomSequence;
  readonly inputs: number;
  readonly outputs: number;
  /** Weights are rounded to it. */
  readonly format: FloatFormat;
}

/**
 * Products with weights that are never stored: `W[i, j]` is number `i · outputs + j` of its sequence.
 * Products are float32, and float64 in that format only: what is lost in a product of tiny numbers is
 * lost on any machine. Sums are float64; blocks are row-major `[units, columns]`.
 */
export interface Multiplier {
  /** True where the work is done by SIMD code. */
  readonly fast: boolean;
  /** `Σᵢ W[i, j] · x[i, c]`: `[inputs, columns]` → `[outputs, columns]`. */
  forward(weights: DrawnWeights, x: Float64Array, columns: number): Float64Array;
  /** `Σⱼ W[i, j] · g[j, c]`: `[outputs, columns]` → `[inputs, columns]`. */
  backward(weights: DrawnWeights, g: Float64Array, columns: number): Float64Array;
  /** Fills with standard normal numbers of a sequence, from its first on. */
  normals(into: Float64Array, sequence: RandomSequence): void;
}
