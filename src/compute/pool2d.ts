/** Pooling of whole feature maps as plain data. */
import type { Pad, Pair } from "../core/conv/geometry";
import type { Tensor } from "../core/tensor";

/** Largest number or mean of every window, channel by channel; sizes as in core's `poolGeometry`. */
export interface Pool2dRequest {
  readonly job: "pool2d";
  readonly kind: "max" | "average";
  /** `[batch, height, width, channels]` */
  readonly input: Tensor;
  readonly size: Pair;
  /** Default the window's side. */
  readonly stride?: Pair;
  /** At most half the window's side; default none. */
  readonly padding?: Pad;
  /** For `max` only; default 1. */
  readonly dilation?: Pair;
  /** Counts a last window that only partly fits; default false. */
  readonly ceil?: boolean;
  /** For `average`: whether zeros on the padding count in the divisor; default true. */
  readonly countPadding?: boolean;
}

export interface Pool2dResult {
  readonly job: "pool2d";
  /** `[batch, outHeight, outWidth, channels]` */
  readonly output: Tensor;
}
