/** The way back through a convolution as plain data. */
import type { Padding, PaddingMode, Pair } from "../core/conv/geometry";
import type { Tensor } from "../core/tensor";

/**
 * Gradients of a loss by a convolution's input, weights and bias, from its gradient by the
 * convolution's result (before an activation). What padding repeats collects from every place where
 * it was read. Sums run in float64 on the cpu tier, elsewhere in float32.
 */
export interface Conv2dBackwardRequest {
  readonly job: "conv2dBackward";
  /** `[batch, height, width, inChannels]`, as given to the forward pass. */
  readonly input: Tensor;
  /** `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` */
  readonly weights: Tensor;
  /** `[batch, outHeight, outWidth, outChannels]` */
  readonly outputGradient: Tensor;
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly paddingMode?: PaddingMode;
  readonly dilation?: Pair;
  readonly groups?: number;
}

export interface Conv2dBackwardResult {
  readonly job: "conv2dBackward";
  /** Shape of the input. */
  readonly input: Tensor;
  /** Shape of the weights. */
  readonly weights: Tensor;
  /** `[outChannels]` */
  readonly bias: Tensor;
  /** What did the arithmetic, whichever tier was asked. */
  readonly madeBy: "webgl" | "simd" | "plain";
}
