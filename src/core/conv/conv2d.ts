import { ShapeMismatchError } from "../errors";
import { elementCount, type Tensor } from "../tensor";
import { convGeometry, sourceIndex, type ConvGeometry, type ConvSpec } from "./geometry";

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
  const groupOut = g.outChannels / g.groups;
  const groupIn = g.inChannels / g.groups;
  const filter = new Float64Array(g.kernelHeight * g.kernelWidth * groupIn);
  for (let out = 0; out < g.outChannels; out++) {
    for (let i = 0; i < filter.length; i++) filter[i] = args.weights.data[i * g.outChannels + out]!;
    const firstChannel = Math.floor(out / groupOut) * groupIn;
    convolvePlane(args, g, filter, { firstChannel, channels: groupIn }, (at, sum) => {
      const value = sum + (args.bias?.[out] ?? 0);
      data[at * g.outChannels + out] = args.activation === "relu" ? relu(value) : value;
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
  const kernel = new Float64Array(g.kernelHeight * g.kernelWidth);
  const firstChannel = Math.floor(outChannel / (g.outChannels / g.groups)) * groupIn;
  for (let channel = 0; channel < groupIn; channel++) {
    for (let tap = 0; tap < kernel.length; tap++)
      kernel[tap] = args.weights.data[(tap * groupIn + channel) * g.outChannels + outChannel]!;
    const source = { firstChannel: firstChannel + channel, channels: 1 };
    convolvePlane(args, g, kernel, source, (at, sum) => {
      data[at * groupIn + channel] = sum;
    });
  }
  return { shape, data };
}

interface Source {
  readonly firstChannel: number;
  readonly channels: number;
}

/** Slides one filter over every batch entry; `store` gets the flat output index and the sum. */
function convolvePlane(
  args: Conv2dArgs,
  g: ConvGeometry,
  filter: Float64Array,
  source: Source,
  store: (at: number, sum: number) => void,
): void {
  const x = args.input.data;
  const rows = tapTable(g.outHeight, g.kernelHeight, g.strideHeight, g.dilationHeight, {
    before: g.pad.top,
    size: g.inHeight,
    geometry: g,
    step: g.inWidth * g.inChannels,
  });
  const columns = tapTable(g.outWidth, g.kernelWidth, g.strideWidth, g.dilationWidth, {
    before: g.pad.left,
    size: g.inWidth,
    geometry: g,
    step: g.inChannels,
  });
  const { kernelHeight, kernelWidth, outHeight, outWidth } = g;
  const { channels } = source;
  const image = g.inHeight * g.inWidth * g.inChannels;
  let at = 0;
  for (let batch = 0; batch < g.batch; batch++) {
    const start = batch * image + source.firstChannel;
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column++) {
        let sum = 0;
        for (let i = 0; i < kernelHeight; i++) {
          const rowAt = rows[row * kernelHeight + i]!;
          if (rowAt < 0) continue;
          const line = start + rowAt;
          for (let j = 0; j < kernelWidth; j++) {
            const columnAt = columns[column * kernelWidth + j]!;
            if (columnAt < 0) continue;
            const cell = line + columnAt;
            const tap = (i * kernelWidth + j) * channels;
            if (channels === 3)
              sum +=
                x[cell]! * filter[tap]! +
                x[cell + 1]! * filter[tap + 1]! +
                x[cell + 2]! * filter[tap + 2]!;
            else
              for (let channel = 0; channel < channels; channel++)
                sum += x[cell + channel]! * filter[tap + channel]!;
          }
        }
        store(at++, sum);
      }
  }
}

interface Axis {
  readonly before: number;
  readonly size: number;
  readonly geometry: ConvGeometry;
  /** Distance in the flat data between neighbours along this axis. */
  readonly step: number;
}

/** Flat offset that (output position, tap) reads along one axis; −1 where zero padding is. */
function tapTable(
  out: number,
  kernel: number,
  stride: number,
  dilation: number,
  { before, size, geometry, step }: Axis,
): Int32Array {
  const table = new Int32Array(out * kernel);
  for (let position = 0; position < out; position++)
    for (let tap = 0; tap < kernel; tap++) {
      const index = sourceIndex(
        position * stride + tap * dilation - before,
        size,
        geometry.paddingMode,
      );
      table[position * kernel + tap] = index === null ? -1 : index * step;
    }
  return table;
}
