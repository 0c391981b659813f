/** Chapter 3's measurement as plain data: which pixels move one unit of a stack, and how much. */
import type { FieldLayer } from "../core/receptive-field/cone";
import type { Tensor } from "../core/tensor";

export type FieldWeights =
  /** Every window takes the mean of its taps: exact, in float64, one axis at a time. */
  | { readonly kind: "equal" }
  /** Normal weights, fresh for every seed; variance 1/fan-in, with ReLU 2/fan-in (He). No biases. */
  | {
      readonly kind: "random";
      /** Channels of every map after the first convolution, 1 to 16. */
      readonly channels: number;
      /** After every convolution but the last layer. */
      readonly relu: boolean;
      /** How many seeds from 0 up, or which; 1 to 200. */
      readonly seeds: number | readonly number[];
    };

/**
 * Sends a gradient of 1 from one unit of the last layer (channel 0, before any ReLU) back to the
 * input, and answers how much of it arrives where. What falls on zero padding is lost. With random
 * weights the pass back is backpropagation in float32; with ReLU or max pooling the picture is sent
 * forward first, as it decides which ways are open.
 */
export interface ReceptiveFieldRequest {
  readonly job: "receptiveFieldMeasured";
  /** `[height, width]`, a grey picture; each side 4 to 256. */
  readonly input: Tensor;
  /** 1 to 128, each of whose windows fits. */
  readonly layers: readonly FieldLayer[];
  /** Of the last layer, from 0. */
  readonly unit: { readonly row: number; readonly column: number };
  readonly weights: FieldWeights;
}

export interface ReceptiveFieldResult {
  readonly job: "receptiveFieldMeasured";
  /** The question, without its picture. */
  readonly asked: Pick<ReceptiveFieldRequest, "layers" | "unit" | "weights">;
  /** What did the arithmetic, whichever tier was asked. */
  readonly madeBy: "exact" | "simd" | "plain";
  /** Those done: of a part fewer than were asked for. Empty for equal weights. */
  readonly seeds: readonly number[];
  /** Seeds whose gradient was 0 everywhere, as ReLUs let nothing through; left out of the means. */
  readonly silent: number;
  /** `[height, width]`: |gradient| as a share of its sum over the picture, mean over the seeds. */
  readonly size: Tensor;
  /** `[height, width]`: gradient² as a share of its sum over the picture, mean over the seeds. */
  readonly energy: Tensor;
}
