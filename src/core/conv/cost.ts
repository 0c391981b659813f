import type { ConvGeometry } from "./geometry";

export interface ConvCost {
  /** Learned numbers in the kernels. */
  readonly weights: number;
  /** Weights and biases. */
  readonly parameters: number;
  /** Multiply-accumulates for one input of the batch; taps on padding are counted, as is usual. */
  readonly macs: number;
}

/**
 * What a convolution costs: `kh · kw · inChannels / groups · outChannels` weights, each used once
 * at every output position.
 * Source: chapter 1, summary card.
 */
export function convCost(geometry: ConvGeometry, hasBias: boolean): ConvCost {
  const { kernelHeight, kernelWidth, inChannels, groups, outChannels, outHeight, outWidth } =
    geometry;
  const weights = kernelHeight * kernelWidth * (inChannels / groups) * outChannels;
  return {
    weights,
    parameters: weights + (hasBias ? outChannels : 0),
    macs: weights * outHeight * outWidth,
  };
}
