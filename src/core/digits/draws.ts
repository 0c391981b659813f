import { normalAt, uniformAt } from "../random/philox";

/** Random numbers of one picture, in the order in which they are asked for. */
export interface Draws {
  /** Uniform between two numbers. */
  between(low: number, high: number): number;
  normal(mean: number, deviation: number): number;
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  /** True with a probability. */
  chance(probability: number): boolean;
}

/** The draws at (seed, stream, step): the n-th one asked for has index n of that sequence. */
export function createDraws(seed: number, stream: number, step: number): Draws {
  let index = 0;
  const between = (low: number, high: number) =>
    low + (high - low) * uniformAt({ seed, stream, step, index: index++ });
  return {
    between,
    normal: (mean, deviation) =>
      mean + deviation * normalAt({ seed, stream, step, index: index++ }),
    below: (count) => Math.floor(between(0, count)),
    chance: (probability) => between(0, 1) < probability,
  };
}
