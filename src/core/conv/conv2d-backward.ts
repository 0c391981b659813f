import { requireFilled, requireShape, stored, type Block, type Numbers } from "../numbers";
import { axisSources } from "./axis-sources";
import { convGeometry, type ConvGeometry, type ConvSpec } from "./geometry";

export interface Conv2dBackwardArgs<A extends Numbers = Numbers> extends Omit<
  ConvSpec,
  "inputShape" | "weightShape"
> {
  /** `[batch, height, width, inChannels]`, as given to the forward pass. */
  readonly input: Block<A>;
  /** `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` */
  readonly weights: Block<A>;
  /** Gradient of the loss by the convolution's result: `[batch, outHeight, outWidth, outChannels]`. */
  readonly outputGradient: Block<A>;
}

export interface Conv2dGradients<A extends Numbers = Numbers> {
  /** Shape of the input. */
  readonly input: Block<A>;
  /** Shape of the weights. */
  readonly weights: Block<A>;
  /** `[outChannels]` */
  readonly bias: Block<A>;
}

/**
 * Gradients of a loss by a convolution's input, weights and bias, given its gradient by the result.
 * Every product of the forward sum sends `gradient · weight` to its input cell and
 * `gradient · cell` to its weight. A cell that padding repeats (reflect, replicate, circular)
 * collects from every place where it was read; what lands on zero padding is dropped.
 *
 * Shapes: NHWC and HWIO. Sums run in float64 and are rounded once to the input's width.
 *
 * @throws {ShapeMismatchError | RequestError} as `convGeometry`, and for a gradient of another shape
 *   than the result's.
 * Source: chapter 5, formula `conv-gradients`; Dumoulin & Visin 2016, §4.
 */
export function conv2dBackward<A extends Numbers>(args: Conv2dBackwardArgs<A>): Conv2dGradients<A> {
  const { input, weights, outputGradient } = args;
  const g = convGeometry({ ...args, inputShape: input.shape, weightShape: weights.shape });
  requireFilled("input", input);
  requireFilled("weights", weights);
  requireShape("gradient", outputGradient, [g.batch, g.outHeight, g.outWidth, g.outChannels]);

  const sums = {
    input: new Float64Array(input.data.length),
    weights: new Float64Array(weights.data.length),
    bias: new Float64Array(g.outChannels),
  };
  scatter(args, g, sums);
  const like = input.data;
  return {
    input: { shape: input.shape, data: stored(like, sums.input) },
    weights: { shape: weights.shape, data: stored(like, sums.weights) },
    bias: { shape: [g.outChannels], data: stored(like, sums.bias) },
  };
}

interface Sums {
  readonly input: Float64Array;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

function scatter(
  { input, weights, outputGradient }: Conv2dBackwardArgs,
  g: ConvGeometry,
  sums: Sums,
) {
  const { rows, columns } = axisSources(g);
  const groupIn = g.inChannels / g.groups;
  const groupOut = g.outChannels / g.groups;
  const x = input.data;
  const w = weights.data;
  const gradient = outputGradient.data;
  let at = 0;
  for (let batch = 0; batch < g.batch; batch++)
    for (let row = 0; row < g.outHeight; row++)
      for (let column = 0; column < g.outWidth; column++, at += g.outChannels) {
        for (let out = 0; out < g.outChannels; out++) sums.bias[out]! += gradient[at + out]!;
        for (let i = 0; i < g.kernelHeight; i++) {
          const sourceRow = rows[row * g.kernelHeight + i]!;
          if (sourceRow < 0) continue;
          for (let j = 0; j < g.kernelWidth; j++) {
            const sourceColumn = columns[column * g.kernelWidth + j]!;
            if (sourceColumn < 0) continue;
            const cell =
              ((batch * g.inHeight + sourceRow) * g.inWidth + sourceColumn) * g.inChannels;
            const tap = (i * g.kernelWidth + j) * groupIn;
            for (let channel = 0; channel < g.inChannels; channel++) {
              const group = Math.floor(channel / groupIn);
              const from = group * groupOut;
              const line = (tap + channel - group * groupIn) * g.outChannels;
              const value = x[cell + channel]!;
              let sum = 0;
              for (let out = from; out < from + groupOut; out++) {
                const upstream = gradient[at + out]!;
                sum += upstream * w[line + out]!;
                sums.weights[line + out]! += upstream * value;
              }
              sums.input[cell + channel]! += sum;
            }
          }
        }
      }
}
