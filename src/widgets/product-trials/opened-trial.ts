import { normals } from "../../core/random/fill";
import type { State } from "./schema";
import { trialSeed } from "./trials";

/** One trial, number by number. */
export interface OpenedTrial {
  readonly trial: number;
  /** Root of the sum of squares of x. */
  readonly length: number;
  /** W·x */
  readonly products: Float32Array;
  /** f(W·x) */
  readonly outputs: Float32Array;
  readonly sum: number;
  readonly sumOfSquares: number;
  readonly mean: number;
  readonly square: number;
}

/**
 * Draws one trial as the engine does: x from the seed's stream 0, then W·x from its law given x,
 * which is |x| times standard normal numbers, from stream 1, step 1. Rounded to float32.
 */
export function openTrial(state: State, trial: number): OpenedTrial {
  const { width, activation } = state;
  const seed = trialSeed(state, trial);
  const x = Float32Array.from(normals(width, { seed }));
  const length = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
  const draws = normals(width, { seed, stream: 1, step: 1 });
  const products = Float32Array.from(draws, (draw) => draw * length);
  const outputs = activation === "relu" ? products.map((value) => Math.max(0, value)) : products;
  let [sum, sumOfSquares] = [0, 0];
  for (const value of outputs) {
    sum += value;
    sumOfSquares += value * value;
  }
  return {
    trial,
    length,
    products,
    outputs,
    sum,
    sumOfSquares,
    mean: sum / width,
    square: sumOfSquares / width,
  };
}
