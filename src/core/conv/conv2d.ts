import { ShapeMismatchError } from "../errors";
import { elementCount, type Tensor } from "../tensor";
import { convGeometry, type ConvGeometry, type ConvSpec } from "./geometry";
import { slideFilter, type Filter } from "./slide-filter";

export interface Conv2dArgs extends Omit<ConvSpec, "inputShape" | "weightShape"> {
  /** `[batch, height, width, inChannels]` */
  readonly input: Tensor;
  /** `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` */
  readonly weights: Tensor;
  /** `[outChannels]`; zeros when absent. */
  readonly bias?: readonly number[];
  /** Default `"identity"`. */
  readonly activation?: "identity" | "relu";
}

/** The geometry of a convolution's arguments, with the data checked against the shapes. */
export function geometryOf(args: Conv2dArgs): ConvGeometry {
  const geometry = convGeometry({
    ...args,
    inputShape: args.input.shape,
    weightShape: args.weights.shape,
  });
  for (const [name, { shape, data }] of [
    ["input", args.input],
    ["weights", args.weights],
  ] as const)
    if (data.length !== elementCount(shape))
      throw new ShapeMismatchError(
        `${name} of shape ${shape.join("×")} needs ${elementCount(shape)} numbers, got ${data.length}`,
      );
  if (args.bias && args.bias.length !== geometry.outChannels)
    throw new ShapeMismatchError(
      `bias needs ${geometry.outChannels} numbers, one an output channel, got ${args.bias.length}`,
    );
  return geometry;
}

/** ReLU that lets NaN through: a broken number must stay visible. */
export function relu(value: number): number {
  return value < 0 ? 0 : value;
}

/**
 * Convolution as deep learning means it (cross-correlation: the kernel is not flipped), plus bias
 * and activation.
 *
 * Shapes: NHWC input, HWIO weights, output `[batch, outHeight, outWidth, outChannels]`.
 * Sums run in float64 over input rows, columns, then channels, and are rounded once to float32 per
 * output cell. A tap on zero padding is skipped, so it adds nothing even under an infinite weight;
 * everywhere else IEEE rules hold (0 · ∞ = NaN).
 *
 * @throws {ShapeMismatchError | RequestError} as `convGeometry`.
 * Source: chapter 1, summary card; Dumoulin & Visin 2016, §2.
 */
export function conv2d(args: Conv2dArgs): Tensor {
  const g = geometryOf(args);
  const shape = [g.batch, g.outHeight, g.outWidth, g.outChannels];
  const data = new Float32Array(elementCount(shape));
  const rectify = args.activation === "relu";
  for (let out = 0; out < g.outChannels; out++) {
    const bias = args.bias?.[out] ?? 0;
    for (let batch = 0; batch < g.batch; batch++)
      slideFilter(args, g, { outChannel: out, batch }, (row, sums) => {
        let to = (batch * g.outHeight + row) * g.outWidth * g.outChannels + out;
        for (let column = 0; column < sums.length; column++) {
          const value = sums[column]! + bias;
          data[to] = rectify ? relu(value) : value;
          to += g.outChannels;
        }
      });
  }
  return { shape, data };
}

/**
 * The partial maps of one output channel before they are summed: what each input channel alone
 * contributes. Shape `[batch, outHeight, outWidth, inChannels / groups]`; rounding as `conv2d`.
 */
export function conv2dPartials(args: Conv2dArgs, outChannel: number): Tensor {
  const g = geometryOf(args);
  if (!Number.isInteger(outChannel) || outChannel < 0 || outChannel >= g.outChannels)
    throw new ShapeMismatchError(`there is no output channel ${outChannel} of ${g.outChannels}`);
  const groupIn = g.inChannels / g.groups;
  const shape = [g.batch, g.outHeight, g.outWidth, groupIn];
  const data = new Float32Array(elementCount(shape));
  for (let inChannel = 0; inChannel < groupIn; inChannel++)
    for (let batch = 0; batch < g.batch; batch++)
      slideFilter(args, g, { outChannel, inChannel, batch }, (row, sums) => {
        let to = (batch * g.outHeight + row) * g.outWidth * groupIn + inChannel;
        for (let column = 0; column < sums.length; column++) {
          data[to] = sums[column]!;
          to += groupIn;
        }
      });
  return { shape, data };
}

/**
 * One map of the running convolution before bias and activation, `outHeight · outWidth` numbers: the
 * sum over a group's input channels, or what `inChannel` (counted in the group) alone contributes.
 * `geometry` is `geometryOf(args)`; rounding as `conv2d`.
 */
export function filterMap(args: Conv2dArgs, geometry: ConvGeometry, filter: Filter): Float32Array {
  const map = new Float32Array(geometry.outHeight * geometry.outWidth);
  slideFilter(args, geometry, filter, (row, sums) => map.set(sums, row * geometry.outWidth));
  return map;
}
