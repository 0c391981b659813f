/**
 * A dense block of numbers in row-major order.
 *
 * Feature maps are `[height, width, channels]`, batches of them
 * `[batch, height, width, channels]` (NHWC), convolution weights
 * `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` (HWIO).
 */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Number of elements of a shape; 1 for the empty shape. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
