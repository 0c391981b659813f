import { kernelReach, type Pad, type Pair } from "../conv/geometry";
import { RequestError, ShapeMismatchError } from "../errors";

export interface PoolSpec {
  /** Side of the window, in cells. */
  readonly size: Pair;
  /** Step of the window, in cells; default the window's side, so that windows do not overlap. */
  readonly stride?: Pair;
  /** Cells added on each side; at most half the window's side. Default none. */
  readonly padding?: Pad;
  /** Distance between neighbouring taps, in cells; default 1. */
  readonly dilation?: Pair;
  /** Counts a last window that only partly fits, unless it would start beyond the input. */
  readonly ceil?: boolean;
}

/** One axis of a pooling, resolved to integers. */
export interface PoolAxis {
  readonly inSize: number;
  readonly outSize: number;
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}

export interface PoolGeometry {
  readonly batch: number;
  readonly channels: number;
  readonly rows: PoolAxis;
  readonly columns: PoolAxis;
}

const NO_PAD: Pad = { top: 0, bottom: 0, left: 0, right: 0 };

const pair = (value: Pair): readonly [number, number] =>
  typeof value === "number" ? [value, value] : value;

/**
 * Number of windows along one axis, or `null` when none fits.
 * `⌊(n + p₀ + p₁ − d(k − 1) − 1) / s⌋ + 1`; with `ceil` the division rounds up, and a last window
 * that would start on the padding after the input is dropped.
 *
 * Source: PyTorch, `pooling_output_shape`.
 */
export function pooledSize(axis: Omit<PoolAxis, "outSize">, ceil = false): number | null {
  const { inSize, size, stride, dilation, before, after } = axis;
  const room = inSize + before + after - kernelReach(size, dilation);
  if (room < 0) return null;
  if (!ceil) return Math.floor(room / stride) + 1;
  const windows = Math.ceil(room / stride) + 1;
  return (windows - 1) * stride >= inSize + before ? windows - 1 : windows;
}

/**
 * Resolves a pooling's sizes, or says why it cannot run.
 *
 * @throws {ShapeMismatchError} an input that is not `[batch, height, width, channels]`, or a window
 *   larger than the padded input.
 * @throws {RequestError} numbers that are not whole and in range; padding above half the window.
 */
export function poolGeometry(inputShape: readonly number[], spec: PoolSpec): PoolGeometry {
  if (inputShape.length !== 4)
    throw new ShapeMismatchError(
      `input must be [batch, height, width, channels], got rank ${inputShape.length}`,
    );
  const [batch, height, width, channels] = inputShape as [number, number, number, number];
  const { padding = NO_PAD, ceil = false } = spec;
  const [sizeY, sizeX] = pair(spec.size);
  const [strideY, strideX] = pair(spec.stride ?? spec.size);
  const [dilationY, dilationX] = pair(spec.dilation ?? 1);
  const axis = (name: string, given: Omit<PoolAxis, "outSize">): PoolAxis => {
    for (const [what, value, least] of [
      ["size", given.size, 1],
      ["stride", given.stride, 1],
      ["dilation", given.dilation, 1],
      ["padding", given.before, 0],
      ["padding", given.after, 0],
    ] as const)
      if (!Number.isInteger(value) || value < least)
        throw new RequestError(
          `pool ${what} must be a whole number of at least ${least}, got ${value}`,
        );
    const most = Math.floor(given.size / 2);
    if (given.before > most || given.after > most)
      throw new RequestError(
        `pool padding may be at most half the window, ${most}, got ${Math.max(given.before, given.after)}`,
      );
    const outSize = pooledSize(given, ceil);
    if (outSize === null)
      throw new ShapeMismatchError(
        `a window reaching ${kernelReach(given.size, given.dilation)} does not fit the padded ` +
          `${name} ${given.inSize + given.before + given.after}`,
      );
    return { ...given, outSize };
  };
  return {
    batch,
    channels,
    rows: axis("height", {
      inSize: height,
      size: sizeY,
      stride: strideY,
      dilation: dilationY,
      before: padding.top,
      after: padding.bottom,
    }),
    columns: axis("width", {
      inSize: width,
      size: sizeX,
      stride: strideX,
      dilation: dilationX,
      before: padding.left,
      after: padding.right,
    }),
  };
}
