import { uniformAt } from "../../../core/random/philox";
import { sobelX } from "./kernel-examples";
import { type Grid, correlate, gridSum, mapGrid } from "./one-channel";

const SIDE = 16;
const STEPS = 3000;
const LEARNING_RATE = 0.2;

export interface LearnedKernel {
  readonly kernel: Grid;
  readonly steps: number;
  /** Mean squared error before every step. */
  readonly losses: readonly number[];
}

const pictures = {
  noise: (row: number, column: number): number =>
    uniformAt({ seed: 1, stream: 1, index: row * SIDE + column }),
  ramp: (_row: number, column: number): number => column / SIDE,
};

const learned = new Map<string, LearnedKernel>();

/**
 * Nine weights, zero at the start, taught by gradient descent to answer as Sobel's x kernel does
 * on one picture.
 */
export function learnSobel(picture: keyof typeof pictures = "noise"): LearnedKernel {
  const known = learned.get(picture);
  if (known) return known;
  const input: Grid = Array.from({ length: SIDE }, (_, row) =>
    Array.from({ length: SIDE }, (__, column) => pictures[picture](row, column)),
  );
  const target = correlate(input, sobelX);
  const count = target.length ** 2;
  const losses: number[] = [];
  let kernel: Grid = mapGrid(sobelX, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const error = mapGrid(
      correlate(input, kernel),
      (value, row, column) => value - target[row]![column]!,
    );
    losses.push(gridSum(mapGrid(error, (value) => value * value)) / count);
    const gradient = correlate(input, error);
    kernel = mapGrid(
      kernel,
      (weight, row, column) => weight - (LEARNING_RATE * 2 * gradient[row]![column]!) / count,
    );
  }
  const result = { kernel, steps: STEPS, losses };
  learned.set(picture, result);
  return result;
}
