import { crossEntropy, type CrossEntropyOptions } from "../loss/cross-entropy";
import type { Network } from "../network/layer";
import { forward, type ForwardOptions } from "../network/network";
import type { Blocks, Parameters, Statistics } from "../network/rule";
import type { Block, Numbers } from "../numbers";

export interface BackpropArgs<A extends Numbers = Numbers>
  extends CrossEntropyOptions, ForwardOptions<A> {
  readonly network: Network;
  readonly parameters: Parameters<A>;
  /** `[batch, …inputShape]` */
  readonly input: Block<A>;
  /** One class an example. */
  readonly labels: readonly number[];
}

/** Everything one pass forward and back shows. */
export interface Backprop<A extends Numbers = Numbers> {
  /** Mean cross-entropy per example, in nats. */
  readonly loss: number;
  /** `[batch, classes]` */
  readonly probabilities: Block<A>;
  /** Every layer's result, by path. */
  readonly outputs: Blocks<A>;
  /** Gradient of the loss by every layer's result, by path. */
  readonly outputGradients: Blocks<A>;
  /** Gradient of the loss by every learned number. */
  readonly gradients: Parameters<A>;
  readonly inputGradient: Block<A>;
  /** Running statistics after the pass. */
  readonly statistics: Statistics<A>;
}

/**
 * One pass of a batch forward to the loss and back to every gradient: backpropagation. It computes
 * gradients; changing the weights is the optimiser's part.
 *
 * Batch normalisation is in training unless `training` is false.
 *
 * @throws {ShapeMismatchError | RequestError} as `forward` and `crossEntropy`.
 * Source: chapter 5; Rumelhart, Hinton & Williams 1986.
 */
export function backprop<A extends Numbers>(args: BackpropArgs<A>): Backprop<A> {
  const { network, parameters, input, labels, training = true, statistics = {} } = args;
  const pass = forward(network, parameters, input, { training, statistics });
  const { loss, probabilities, gradient } = crossEntropy(pass.output, labels, args);
  const back = pass.backward(gradient);
  return {
    loss,
    probabilities,
    outputs: pass.outputs,
    outputGradients: back.outputs,
    gradients: back.parameters,
    inputGradient: back.input,
    statistics: { ...statistics, ...pass.statistics },
  };
}
