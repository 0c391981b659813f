/** Chapter 3's experiment as plain data: one plane sent through a stack of windows, every depth kept. */
import type { PlaneRange } from "../core/color/scale";
import type { Summary } from "../core/statistics/summary";
import type { Tensor } from "../core/tensor";

/** A square kernel that slides over the plane; padding is zeros, the same on all sides. */
export interface StackConv {
  readonly kind: "conv";
  /** Side of the kernel, in cells. */
  readonly size: number;
  /** `[size, size]`, row by row, finite; layers that share one should share the array. */
  readonly kernel: Float32Array;
  /** Default 1. */
  readonly stride?: number;
  /** Default 0. */
  readonly padding?: number;
  /** Default 1. */
  readonly dilation?: number;
  /** Default `"identity"`. */
  readonly activation?: "identity" | "relu";
}

/** A square window that keeps its largest number or its mean; padding's zeros count in the mean. */
export interface StackPool {
  readonly kind: "maxPool" | "averagePool";
  /** Side of the window, in cells. */
  readonly size: number;
  /** Default the window's side. */
  readonly stride?: number;
  /** At most half the window's side; default 0. */
  readonly padding?: number;
}

export type StackLayer = StackConv | StackPool;

/**
 * Sends one plane through the layers, one after the other. Sums run in float64 and are rounded to
 * float32 once a cell where the processor works; on a graphics processor they run in float32, and
 * results are stored in the device's own format.
 */
export interface ConvStackRequest {
  readonly job: "convStack";
  /** `[height, width]` */
  readonly input: Tensor;
  /** At least one, 600 at most. */
  readonly layers: readonly StackLayer[];
  /** Comes back with the result: what the asker calls this stack. */
  readonly tag?: string;
}

/** What one layer gave. */
export interface StackMap {
  readonly height: number;
  readonly width: number;
  /** Row by row; the maps of a result lie in one buffer. */
  readonly data: Float32Array;
  readonly range: PlaneRange;
  readonly summary: Summary;
}

export interface ConvStackResult {
  readonly job: "convStack";
  /** One a layer, the first layer's first. */
  readonly maps: readonly StackMap[];
  readonly tag?: string;
  /** In which the maps were stored between the layers. */
  readonly format: "float32" | "float16";
  /** What did the arithmetic, whichever tier was asked. */
  readonly madeBy: "webgl" | "simd" | "plain";
}
