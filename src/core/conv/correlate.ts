import { requireFilled, requireShape, zeros, type Block, type Numbers } from "../numbers";
import { elementCount } from "../tensor";
import { axisSources } from "./axis-sources";
import { convGeometry, type ConvSpec } from "./geometry";

export interface CorrelateArgs<A extends Numbers = Numbers> extends Omit<
  ConvSpec,
  "inputShape" | "weightShape"
> {
  /** `[batch, height, width, inChannels]` */
  readonly input: Block<A>;
  /** `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` */
  readonly weights: Block<A>;
  /** `[outChannels]`; zeros when absent. */
  readonly bias?: Block<A>;
}

/**
 * The convolution of `conv2d` in either width, without activation: the forward pass of the backprop
 * reference, which must also run in float64. All output channels of a cell are added up side by
 * side, in float64, and rounded once.
 *
 * Shapes: NHWC input, HWIO weights, result `[batch, outHeight, outWidth, outChannels]`.
 *
 * @throws {ShapeMismatchError | RequestError} as `convGeometry`.
 */
export function correlate<A extends Numbers>(args: CorrelateArgs<A>): Block<A> {
  const { input, weights, bias } = args;
  const g = convGeometry({ ...args, inputShape: input.shape, weightShape: weights.shape });
  requireFilled("input", input);
  requireFilled("weights", weights);
  if (bias) requireShape("bias", bias, [g.outChannels]);

  const shape = [g.batch, g.outHeight, g.outWidth, g.outChannels];
  const data = zeros(input.data, elementCount(shape));
  const { rows, columns } = axisSources(g);
  const groupIn = g.inChannels / g.groups;
  const groupOut = g.outChannels / g.groups;
  const x = input.data;
  const w = weights.data;
  const sums = new Float64Array(g.outChannels);
  let at = 0;
  for (let batch = 0; batch < g.batch; batch++)
    for (let row = 0; row < g.outHeight; row++)
      for (let column = 0; column < g.outWidth; column++, at += g.outChannels) {
        sums.fill(0);
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
              for (let out = from; out < from + groupOut; out++)
                sums[out]! += value * w[line + out]!;
            }
          }
        }
        for (let out = 0; out < g.outChannels; out++)
          data[at + out] = sums[out]! + (bias?.data[out] ?? 0);
      }
  return { shape, data };
}
