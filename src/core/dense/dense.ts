import { ShapeMismatchError } from "../errors";
import { requireShape, stored, zeros, type Block, type Numbers } from "../numbers";

export interface DenseArgs<A extends Numbers = Numbers> {
  /** `[batch, inputs]` */
  readonly input: Block<A>;
  /** `[inputs, outputs]` */
  readonly weights: Block<A>;
  /** `[outputs]`; zeros when absent. */
  readonly bias?: Block<A>;
}

export interface DenseGradients<A extends Numbers = Numbers> {
  readonly input: Block<A>;
  readonly weights: Block<A>;
  readonly bias: Block<A>;
}

function sizesOf({ input, weights, bias }: DenseArgs): [number, number, number] {
  if (input.shape.length !== 2 || weights.shape.length !== 2)
    throw new ShapeMismatchError(
      `dense input must be [batch, inputs] and weights [inputs, outputs], ` +
        `got ${input.shape.join("×")} and ${weights.shape.join("×")}`,
    );
  const [batch, inputs] = input.shape as [number, number];
  const outputs = weights.shape[1]!;
  requireShape("input", input, [batch, inputs]);
  requireShape("weights", weights, [inputs, outputs]);
  if (bias) requireShape("bias", bias, [outputs]);
  return [batch, inputs, outputs];
}

/**
 * Fully connected layer: every output is a weighted sum of all inputs, plus a bias.
 *
 * Shapes: input `[batch, inputs]`, weights `[inputs, outputs]`, result `[batch, outputs]`. Sums run
 * in float64 and are rounded once to the input's width.
 *
 * @throws {ShapeMismatchError} shapes that do not fit.
 */
export function dense<A extends Numbers>(args: DenseArgs<A>): Block<A> {
  const [batch, inputs, outputs] = sizesOf(args);
  const { input, weights, bias } = args;
  const data = zeros(input.data, batch * outputs);
  const sums = new Float64Array(outputs);
  for (let row = 0; row < batch; row++) {
    for (let out = 0; out < outputs; out++) sums[out] = bias?.data[out] ?? 0;
    for (let at = 0; at < inputs; at++) {
      const value = input.data[row * inputs + at]!;
      const line = at * outputs;
      for (let out = 0; out < outputs; out++) sums[out]! += value * weights.data[line + out]!;
    }
    data.set(sums, row * outputs);
  }
  return { shape: [batch, outputs], data };
}

/**
 * Gradients of a loss by a dense layer's input, weights and bias:
 * `dX = G·Wᵀ`, `dW = Xᵀ·G`, `db = Σ G` over the batch.
 *
 * Shapes: `outputGradient` `[batch, outputs]`. Rounding as `dense`.
 *
 * @throws {ShapeMismatchError} shapes that do not fit.
 */
export function denseBackward<A extends Numbers>(
  args: DenseArgs<A>,
  outputGradient: Block<A>,
): DenseGradients<A> {
  const [batch, inputs, outputs] = sizesOf(args);
  requireShape("gradient", outputGradient, [batch, outputs]);
  const { input, weights } = args;
  const inputSums = new Float64Array(batch * inputs);
  const weightSums = new Float64Array(inputs * outputs);
  const biasSums = new Float64Array(outputs);
  for (let row = 0; row < batch; row++) {
    const from = row * outputs;
    for (let out = 0; out < outputs; out++) biasSums[out]! += outputGradient.data[from + out]!;
    for (let at = 0; at < inputs; at++) {
      const value = input.data[row * inputs + at]!;
      const line = at * outputs;
      let sum = 0;
      for (let out = 0; out < outputs; out++) {
        const upstream = outputGradient.data[from + out]!;
        sum += upstream * weights.data[line + out]!;
        weightSums[line + out]! += upstream * value;
      }
      inputSums[row * inputs + at] = sum;
    }
  }
  const like = input.data;
  return {
    input: { shape: input.shape, data: stored(like, inputSums) },
    weights: { shape: weights.shape, data: stored(like, weightSums) },
    bias: { shape: [outputs], data: stored(like, biasSums) },
  };
}
