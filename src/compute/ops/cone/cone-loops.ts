import type { ConeLayer } from "../../../core/receptive-field/cone";

/**
 * Convolutions of a cone, forward and back. Maps are `[rows, columns, lanes]`, where a map of c
 * channels has `lanesOf(c)` lanes; lanes beyond the channels are 0. Weights are
 * `[k, k, inChannels, outChannels]`. Results are new arrays.
 */
export interface ConeLoops {
  readonly madeBy: "simd" | "plain";
  lanesOf(channels: number): number;
  /** The layer's result from its input. */
  forward(layer: ConeLayer, input: Float32Array, weights: Float32Array): Float32Array;
  /** Gradient by the layer's input from the gradient by its result. */
  backward(layer: ConeLayer, gradient: Float32Array, weights: Float32Array): Float32Array;
}
