/** Chapter 4's experiment as plain data: a signal sent through a deep chain of random layers. */
import type { ActivationSpec } from "../core/activation/activation";
import type { FloatFormat } from "../core/float-format/float-format";
import type { InitSpec } from "../core/init/init";

/** The linear part of every layer. */
export type SignalLayer =
  | {
      readonly kind: "dense";
      /** Inputs and outputs of every layer, 8 to 1024. */
      readonly width: number;
      /** Columns of the input matrix, 1 to 1024; default 1, a vector. */
      readonly columns?: number;
    }
  | {
      readonly kind: "conv";
      /** Channels in and out of every layer, 1 to 128. */
      readonly channels: number;
      /** Height and width of every map, 4 to 64. */
      readonly side: number;
      /** Height and width of every kernel: 1, 3, 5 or 7. */
      readonly kernelSize: number;
      /** What kernels see beyond the edge; maps keep their size. */
      readonly padding: "zero" | "circular";
    };

export type SignalMethod =
  /** Every weight is drawn and multiplied. */
  | "literal"
  /**
   * A layer's pre-activations are drawn from the law they have given its input: n draws, not n². For
   * dense layers and a vector. Exact for normal and orthogonal weights; for uniform ones the central
   * limit theorem, good beyond print at widths of 64 and more.
   */
  | "sameDistribution";

/**
 * Sends an input `x ~ N(0, inputDeviation²)` through `depth` layers `x ← f(W·x)`, with fresh weights
 * in every layer, once a seed. The same request gives the same numbers on the same tier, and the same
 * printed digits on every tier.
 *
 * Every stored number is rounded to `format`: input, weights, pre-activations, activations, sums with
 * the shortcut, gradients. Products are float32 (float64 in that format), their sums float64;
 * on a graphics processor, which does float32 only, sums are float32 in slices of 32.
 */
export interface SignalChainRequest {
  readonly job: "signalChain";
  readonly layer: SignalLayer;
  /** Layers, 1 to 300. */
  readonly depth: number;
  readonly init: InitSpec;
  readonly activation: ActivationSpec;
  readonly format: FloatFormat;
  /** Default 1. */
  readonly inputDeviation?: number;
  /** `x ← x + scale · f(W·x)`; absent: no shortcut connection. */
  readonly residual?: { readonly scale: number };
  /** Normalises every unit's pre-activations over columns or places (ε = 1e-5); needs two of them. */
  readonly batchNorm?: boolean;
  /** How many seeds from 0 up, or which; 1 to 500. */
  readonly seeds: number | readonly number[];
  readonly method: SignalMethod;
  /** Also sends a gradient `∂L/∂x_depth ~ N(0, 1)` back through the same weights. */
  readonly backward?: boolean;
  /** Layers, counted from 1, whose numbers are counted into bins. */
  readonly histograms?: readonly number[];
  /** Comes back with the result, to tell answers apart. */
  readonly tag?: string;
}

/** 5th, 25th, 50th, 75th and 95th percentile over the seeds, NaN left out. */
export type SeedQuantiles = readonly [number, number, number, number, number];

/** One layer over all seeds. */
export interface SignalLayerSummary {
  /** log₁₀ of the root mean square; −∞ for zeros, ∞ once a number is infinite. */
  readonly logRms: SeedQuantiles;
  readonly mean: SeedQuantiles;
  /** Standard deviation, unbiased. */
  readonly deviation: SeedQuantiles;
  /** log₁₀ of the root mean square of the gradient by this layer's output; with `backward`. */
  readonly gradientLogRms?: SeedQuantiles;
  /** Shares between 0 and 1 of all numbers of all seeds. */
  readonly shares: SignalShares;
}

export interface SignalShares {
  readonly zero: number;
  /** Not 0, but below the smallest normal number of the format. */
  readonly subnormal: number;
  readonly infinite: number;
  readonly nan: number;
  /** Where the activation's slope is less than 0.01 in size. */
  readonly saturated: number;
  /** Units that give 0 and pass no gradient, for every column or place. */
  readonly dead: number;
}

/** What may happen to a layer. */
export type SignalEvent =
  | "anyInfinite"
  | "anyNonFinite"
  | "allNonFinite"
  | "anySubnormal"
  | "halfZero"
  | "allZero"
  /** A number that half precision cannot hold: 65520 or more in size. */
  | "beyondHalf";

/** Numbers of one layer in equal bins from the smallest finite one to the largest. */
export interface SignalHistogram {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array;
  /** Numbers that are in no bin. */
  readonly infinite: number;
  readonly nan: number;
}

/** Blocks are row-major `[seeds, depth]`. */
export interface SignalChainResult {
  readonly job: "signalChain";
  readonly method: SignalMethod;
  /** False where the shortcut is an approximation. */
  readonly exact: boolean;
  readonly format: FloatFormat;
  /** What did the arithmetic, whichever tier was asked. */
  readonly madeBy: "webgl" | "simd" | "plain";
  readonly seeds: readonly number[];
  readonly layers: readonly SignalLayerSummary[];
  /** log₁₀ of the input's root mean square, `[seeds]`. */
  readonly inputLogRms: Float32Array;
  readonly logRms: Float32Array;
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** First layer of each event, counted from 1; 0: never. `[seeds]` */
  readonly events: Readonly<Record<SignalEvent, Int32Array>>;
  /** With `backward`. */
  readonly gradient?: {
    /** log₁₀ of the root mean square of the gradient by each layer's output. */
    readonly logRms: Float32Array;
    /** By the input, `[seeds]`. */
    readonly inputLogRms: Float32Array;
  };
  readonly histograms: readonly SignalHistogram[];
  /** The request's. */
  readonly tag?: string;
}
