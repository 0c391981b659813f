import { RequestError, ShapeMismatchError } from "../errors";

/** What stands in for cells outside the input. */
export type PaddingMode = "zero" | "reflect" | "replicate" | "circular";

/** Cells added on each side of the input, in cells, integers ≥ 0. */
export interface Pad {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type Padding = "valid" | "same" | Pad;

/** One number for both axes, or `[height, width]`. */
export type Pair = number | readonly [number, number];

export interface ConvSpec {
  /** `[batch, height, width, inChannels]` */
  readonly inputShape: readonly number[];
  /** `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` */
  readonly weightShape: readonly number[];
  /** Step of the window, in cells; default 1. */
  readonly stride?: Pair;
  /** Default `"valid"`. `"same"` puts the odd cell after (bottom, right), as TensorFlow does. */
  readonly padding?: Padding;
  /** Default `"zero"`. */
  readonly paddingMode?: PaddingMode;
  /** Distance between neighbouring taps, in cells; default 1. */
  readonly dilation?: Pair;
  /** Default 1. */
  readonly groups?: number;
}

/** Everything a convolution loop or program needs, resolved to integers. */
export interface ConvGeometry {
  readonly batch: number;
  readonly inHeight: number;
  readonly inWidth: number;
  readonly inChannels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outChannels: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  readonly pad: Pad;
  readonly paddingMode: PaddingMode;
  readonly groups: number;
}

/**
 * Side length the sliding window covers, in input cells: `(kernelSize − 1) · dilation + 1`.
 * Source: Dumoulin & Visin 2016, §5.1.
 */
export function kernelReach(kernelSize: number, dilation = 1): number {
  return (kernelSize - 1) * dilation + 1;
}

export interface OutputSizeOptions {
  readonly stride?: number;
  readonly padBefore?: number;
  readonly padAfter?: number;
  readonly dilation?: number;
}

/**
 * Number of positions the window can take along one axis, or `null` when it does not fit.
 * `⌊(n + p₀ + p₁ − d(k − 1) − 1) / s⌋ + 1`.
 *
 * Units: cells; `inputSize`, `kernelSize`, `stride`, `dilation` integers ≥ 1, paddings ≥ 0.
 * Source: Dumoulin & Visin 2016, relationship 14; chapter 2, formula `output-size`.
 */
export function outputSize(
  inputSize: number,
  kernelSize: number,
  { stride = 1, padBefore = 0, padAfter = 0, dilation = 1 }: OutputSizeOptions = {},
): number | null {
  const room = inputSize + padBefore + padAfter - kernelReach(kernelSize, dilation);
  return room < 0 ? null : Math.floor(room / stride) + 1;
}

function asPair(value: Pair | undefined): readonly [number, number] {
  return typeof value === "number" ? [value, value] : (value ?? [1, 1]);
}

function samePad(inputSize: number, reach: number, stride: number): [number, number] {
  const total = Math.max((Math.ceil(inputSize / stride) - 1) * stride + reach - inputSize, 0);
  const before = Math.floor(total / 2);
  return [before, total - before];
}

function requireInteger(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least)
    throw new RequestError(`${name} must be a whole number of at least ${least}, got ${value}`);
}

/**
 * Resolves a convolution's sizes and padding, or says why it cannot run.
 *
 * @throws {ShapeMismatchError} ranks, channels and groups that do not fit, or a window larger than
 *   the padded input.
 * @throws {RequestError} strides, dilations or paddings that are not whole numbers in range; reflect
 *   padding of the input's size or more; circular padding larger than the input.
 */
export function convGeometry(spec: ConvSpec): ConvGeometry {
  const { inputShape, weightShape, paddingMode = "zero", groups = 1 } = spec;
  if (inputShape.length !== 4)
    throw new ShapeMismatchError(
      `input must be [batch, height, width, channels], got rank ${inputShape.length}`,
    );
  if (weightShape.length !== 4)
    throw new ShapeMismatchError(
      `weights must be [kernelHeight, kernelWidth, inChannels / groups, outChannels], got rank ${weightShape.length}`,
    );
  const [batch, inHeight, inWidth, inChannels] = inputShape as [number, number, number, number];
  const [kernelHeight, kernelWidth, groupChannels, outChannels] = weightShape as [
    number,
    number,
    number,
    number,
  ];
  const [strideHeight, strideWidth] = asPair(spec.stride);
  const [dilationHeight, dilationWidth] = asPair(spec.dilation);
  for (const [name, value] of Object.entries({
    batch,
    inHeight,
    inWidth,
    inChannels,
    kernelHeight,
    kernelWidth,
    outChannels,
    strideHeight,
    strideWidth,
    dilationHeight,
    dilationWidth,
    groups,
  }))
    requireInteger(name, value, 1);
  if (groupChannels * groups !== inChannels)
    throw new ShapeMismatchError(
      `inChannels ${inChannels} must equal the weights' ${groupChannels} × groups ${groups}`,
    );
  if (outChannels % groups !== 0)
    throw new ShapeMismatchError(`outChannels ${outChannels} must divide into groups ${groups}`);

  const reachHeight = kernelReach(kernelHeight, dilationHeight);
  const reachWidth = kernelReach(kernelWidth, dilationWidth);
  const pad = resolvePad(spec.padding ?? "valid", {
    inHeight,
    inWidth,
    reachHeight,
    reachWidth,
    strideHeight,
    strideWidth,
  });
  for (const [side, value] of Object.entries(pad)) requireInteger(`padding ${side}`, value, 0);
  checkPaddingMode(paddingMode, pad, inHeight, inWidth);

  const outHeight = outputSize(inHeight, kernelHeight, {
    stride: strideHeight,
    padBefore: pad.top,
    padAfter: pad.bottom,
    dilation: dilationHeight,
  });
  const outWidth = outputSize(inWidth, kernelWidth, {
    stride: strideWidth,
    padBefore: pad.left,
    padAfter: pad.right,
    dilation: dilationWidth,
  });
  if (outHeight === null || outWidth === null)
    throw new ShapeMismatchError(
      `a window reaching ${reachHeight}×${reachWidth} does not fit the padded input ` +
        `${inHeight + pad.top + pad.bottom}×${inWidth + pad.left + pad.right}`,
    );
  return {
    batch,
    inHeight,
    inWidth,
    inChannels,
    outHeight,
    outWidth,
    outChannels,
    kernelHeight,
    kernelWidth,
    strideHeight,
    strideWidth,
    dilationHeight,
    dilationWidth,
    pad,
    paddingMode,
    groups,
  };
}

interface PadContext {
  readonly inHeight: number;
  readonly inWidth: number;
  readonly reachHeight: number;
  readonly reachWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
}

function resolvePad(padding: Padding, c: PadContext): Pad {
  if (padding === "valid") return { top: 0, bottom: 0, left: 0, right: 0 };
  if (padding !== "same") return padding;
  const [top, bottom] = samePad(c.inHeight, c.reachHeight, c.strideHeight);
  const [left, right] = samePad(c.inWidth, c.reachWidth, c.strideWidth);
  return { top, bottom, left, right };
}

function checkPaddingMode(mode: PaddingMode, pad: Pad, inHeight: number, inWidth: number): void {
  const most = mode === "reflect" ? -1 : 0;
  if (mode !== "reflect" && mode !== "circular") return;
  for (const [axis, size, before, after] of [
    ["height", inHeight, pad.top, pad.bottom],
    ["width", inWidth, pad.left, pad.right],
  ] as const)
    if (before > size + most || after > size + most)
      throw new RequestError(
        `${mode} padding of ${Math.max(before, after)} needs an input ${axis} larger than ${size}`,
      );
}

/**
 * Input index that a position along one axis reads under a padding mode, or `null` where zero
 * padding supplies 0. `position` may be negative or ≥ `size`; units: cells.
 */
export function sourceIndex(position: number, size: number, mode: PaddingMode): number | null {
  if (position >= 0 && position < size) return position;
  switch (mode) {
    case "zero":
      return null;
    case "replicate":
      return position < 0 ? 0 : size - 1;
    case "circular":
      return ((position % size) + size) % size;
    case "reflect":
      return position < 0 ? -position : 2 * (size - 1) - position;
  }
}
