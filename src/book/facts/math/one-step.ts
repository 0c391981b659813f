import { conv2dBackward } from "../../../core/conv/conv2d-backward";
import { correlate } from "../../../core/conv/correlate";
import type { Block } from "../../../core/numbers";
import { freshState } from "../../../core/optim/optimizer";
import { optimizerStep } from "../../../core/optim/step";
import { type Grid, gridSum, mapGrid } from "./one-channel";

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

type Wide = Block<Float64Array>;

/** A grid in the middle of a shape: `[1, rows, columns, 1]` or `[rows, columns, 1, 1]`. */
function block(grid: Grid, before: readonly number[], after: readonly number[]): Wide {
  const shape = [...before, grid.length, grid[0]!.length, ...after];
  return { shape, data: Float64Array.from(grid.flat()) };
}

const map = (grid: Grid): Wide => block(grid, [1], [1]);
const filter = (grid: Grid): Wide => block(grid, [], [1, 1]);

/** The numbers of a block in the form of a grid. */
const grid = ({ data }: Wide, like: Grid): Grid =>
  mapGrid(like, (_, row, column) => data[row * like[0]!.length + column]!);

/** One convolution, ReLU, and the loss ½Σy², forward and backward. */
export function oneStep(input: Grid, kernel: Grid, bias: number): OneStep {
  const layer = { input: map(input), weights: filter(kernel) };
  const summed = correlate({ ...layer, bias: { shape: [1], data: Float64Array.of(bias) } });
  const [, height = 0, width = 0] = summed.shape;
  const blank: Grid = Array.from({ length: height }, () => Array.from({ length: width }, () => 0));
  const preActivation = grid(summed, blank);
  const output = mapGrid(preActivation, (value) => Math.max(0, value));
  // The loss passes y back, ReLU lets it through where z > 0: that is y again.
  const gradients = conv2dBackward({ ...layer, outputGradient: map(output) });
  return {
    preActivation,
    output,
    loss: gridSum(mapGrid(output, (value) => (value * value) / 2)),
    upstream: output,
    weightGradient: grid(gradients.weights, kernel),
    biasGradient: gradients.bias.data[0]!,
    inputGradient: grid(gradients.input, input),
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
  const { input, kernel, bias } = handExample;
  const { weightGradient, biasGradient } = oneStep(input, kernel, bias);
  const { parameters } = optimizerStep(
    { name: "sgd", learningRate },
    freshState,
    { kernel: filter(kernel), bias: { shape: [1], data: Float64Array.of(bias) } },
    {
      kernel: filter(weightGradient),
      bias: { shape: [1], data: Float64Array.of(biasGradient) },
    },
  );
  return { kernel: grid(parameters.kernel!, kernel), bias: parameters.bias!.data[0]! };
}
