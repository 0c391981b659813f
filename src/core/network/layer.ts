import type { ActivationSpec } from "../activation/activation";
import type { Pad, Padding, PaddingMode, Pair } from "../conv/geometry";

export interface ConvLayer {
  readonly kind: "conv";
  /** Output channels. */
  readonly filters: number;
  /** Side of the kernels, in cells. */
  readonly size: Pair;
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly paddingMode?: PaddingMode;
  readonly dilation?: Pair;
  readonly groups?: number;
  /** Default true. */
  readonly bias?: boolean;
}

export interface PoolLayer {
  readonly kind: "maxPool" | "averagePool";
  /** Side of the window, in cells. */
  readonly size: Pair;
  /** Default the window's side. */
  readonly stride?: Pair;
  readonly padding?: Pad;
  readonly ceil?: boolean;
}

/** Mean of every channel over all places; the result is `[1, 1, channels]`. */
export interface GlobalAverageLayer {
  readonly kind: "globalAverage";
}

export interface DenseLayer {
  readonly kind: "dense";
  /** Outputs. */
  readonly units: number;
  /** Default true. */
  readonly bias?: boolean;
}

export interface ActivationLayer {
  readonly kind: "activation";
  readonly activation: ActivationSpec;
}

export interface BatchNormLayer {
  readonly kind: "batchNorm";
  /** Default 1e-5. */
  readonly epsilon?: number;
  /** How far the running statistics move at each batch; default 0.1. */
  readonly momentum?: number;
}

/** `[height, width, channels]` to `[height · width · channels]`, in that order. */
export interface FlattenLayer {
  readonly kind: "flatten";
}

/** `shortcut(x) + scale · branch(x)`. */
export interface ResidualLayer {
  readonly kind: "residual";
  readonly branch: readonly Layer[];
  /** Default the input itself. */
  readonly shortcut?: readonly Layer[];
  /** Default 1. */
  readonly scale?: number;
}

/** A layer as plain data. */
export type Layer =
  | ConvLayer
  | PoolLayer
  | GlobalAverageLayer
  | DenseLayer
  | ActivationLayer
  | BatchNormLayer
  | FlattenLayer
  | ResidualLayer;

/** A network as plain data. */
export interface Network {
  /** Shape of one example: `[height, width, channels]` or `[inputs]`. */
  readonly inputShape: readonly number[];
  readonly layers: readonly Layer[];
}
