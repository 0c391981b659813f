import { type Grid, correlate, gridSum, mapGrid, padded, rotated } from "./one-channel";

export interface OneStep {
  readonly preActivation: Grid;
  readonly output: Grid;
  readonly loss: number;
  /** Gradient of the loss with respect to the pre-activation. */
  readonly upstream: Grid;
  readonly weightGradient: Grid;
  readonly biasGradient: number;
  readonly inputGradient: Grid;
}

/** One convolution, ReLU, and the loss ½Σy², forward and backward. */
export function oneStep(input: Grid, kernel: Grid, bias: number): OneStep {
  const preActivation = mapGrid(correlate(input, kernel), (value) => value + bias);
  const output = mapGrid(preActivation, (value) => Math.max(0, value));
  const upstream = mapGrid(output, (value, row, column) =>
    preActivation[row]![column]! > 0 ? value : 0,
  );
  return {
    preActivation,
    output,
    loss: gridSum(mapGrid(output, (value) => (value * value) / 2)),
    upstream,
    weightGradient: correlate(input, upstream),
    biasGradient: gridSum(upstream),
    inputGradient: correlate(padded(upstream, kernel.length - 1), rotated(kernel)),
  };
}

/** Chapter 5's hand example, and the same after one step of gradient descent. */
export const handExample = {
  input: [
    [1, 2, 0],
    [0, 1, 3],
    [2, 1, 0],
  ],
  kernel: [
    [1, -1],
    [0, 2],
  ],
  bias: 0,
} as const satisfies { input: Grid; kernel: Grid; bias: number };

/** Kernel and bias after one step of plain gradient descent at the hand example. */
export function updated(learningRate: number): { kernel: Grid; bias: number } {
  const { weightGradient, biasGradient } = oneStep(
    handExample.input,
    handExample.kernel,
    handExample.bias,
  );
  return {
    kernel: mapGrid(
      handExample.kernel,
      (weight, row, column) => weight - learningRate * weightGradient[row]![column]!,
    ),
    bias: handExample.bias - learningRate * biasGradient,
  };
}
