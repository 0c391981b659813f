import type { Network } from "../network/layer";
import { forward } from "../network/network";
import type { Block } from "../numbers";
import { freshState } from "../optim/optimizer";
import { optimizerStep } from "../optim/step";

/**
 * The smallest layer that shows everything about a training step: one channel, one kernel, a bias,
 * ReLU, and the loss `½ Σ (y − target)²` over its outputs.
 */
export interface SmallLayer {
  /** A square, row by row. */
  readonly input: readonly number[];
  /** A smaller square, row by row. */
  readonly kernel: readonly number[];
  readonly bias: number;
  /** What every output should be; default 0. */
  readonly target?: number;
}

/** Every number of one pass forward and back; lists are squares, row by row. */
export interface SmallLayerPass {
  /** z: the input correlated with the kernel, plus the bias. */
  readonly preActivation: readonly number[];
  /** y: what ReLU leaves of it. */
  readonly output: readonly number[];
  readonly loss: number;
  /** dL/dy */
  readonly outputGradient: readonly number[];
  /** dL/dz, the gradient that comes to the convolution. */
  readonly upstream: readonly number[];
  readonly kernelGradient: readonly number[];
  readonly biasGradient: number;
  readonly inputGradient: readonly number[];
}

/** Chapter 5's hand example. */
export const handExample: SmallLayer = {
  input: [1, 2, 0, 0, 1, 3, 2, 1, 0],
  kernel: [1, -1, 0, 2],
  bias: 0,
};

type Wide = Block<Float64Array>;

const sideOf = (square: readonly number[]): number => Math.round(Math.sqrt(square.length));

const block = (shape: readonly number[], values: readonly number[]): Wide => ({
  shape,
  data: Float64Array.from(values),
});

function networkOf({ input, kernel }: SmallLayer): Network {
  const side = sideOf(input);
  return {
    inputShape: [side, side, 1],
    layers: [
      { kind: "conv", filters: 1, size: sideOf(kernel) },
      { kind: "activation", activation: "relu" },
    ],
  };
}

function parametersOf({ kernel, bias }: SmallLayer) {
  const side = sideOf(kernel);
  return { "0/weights": block([side, side, 1, 1], kernel), "0/bias": block([1], [bias]) };
}

/**
 * One pass through the layer, forward to the loss and back to every gradient, in float64.
 *
 * @throws {ShapeMismatchError} numbers that are no squares.
 * Source: chapter 5, formula `convolution-gradient`.
 */
export function smallLayerPass(layer: SmallLayer): SmallLayerPass {
  const side = sideOf(layer.input);
  const input = block([1, side, side, 1], layer.input);
  const pass = forward<Float64Array>(networkOf(layer), parametersOf(layer), input);
  const { shape, data } = pass.output;
  const outputGradient = data.map((value) => value - (layer.target ?? 0));
  const back = pass.backward({ shape, data: outputGradient });
  return {
    preActivation: [...pass.outputs["0"]!.data],
    output: [...data],
    loss: outputGradient.reduce((sum, error) => sum + (error * error) / 2, 0),
    outputGradient: [...outputGradient],
    upstream: [...back.outputs["0"]!.data],
    kernelGradient: [...back.parameters["0/weights"]!.data],
    biasGradient: back.parameters["0/bias"]!.data[0]!,
    inputGradient: [...back.input.data],
  };
}

/**
 * The layer after one step of plain gradient descent.
 *
 * @throws {RequestError} a negative learning rate.
 * Source: chapter 5, formula `descent`.
 */
export function descended(
  layer: SmallLayer,
  { kernelGradient, biasGradient }: Pick<SmallLayerPass, "kernelGradient" | "biasGradient">,
  learningRate: number,
): SmallLayer {
  const gradients = parametersOf({ ...layer, kernel: kernelGradient, bias: biasGradient });
  const { parameters } = optimizerStep<Float64Array>(
    { name: "sgd", learningRate },
    freshState,
    parametersOf(layer),
    gradients,
  );
  return {
    ...layer,
    kernel: [...parameters["0/weights"]!.data],
    bias: parameters["0/bias"]!.data[0]!,
  };
}
