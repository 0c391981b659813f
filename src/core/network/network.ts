import { requireShape, type Block, type Numbers } from "../numbers";
import { chainForward, chainParameterShapes, chainShapes } from "./chain";
import type { Network } from "./layer";
import type { Parameters, Statistics, Step } from "./rule";

/**
 * Shape of one example after every layer.
 *
 * @throws {ShapeMismatchError | RequestError} at the first layer that does not fit.
 */
export function outputShapes({ layers, inputShape }: Network): readonly (readonly number[])[] {
  return chainShapes(layers, inputShape);
}

/** Shapes of all learned numbers, by name (`0/weights`, `2/branch/1/gamma`), in layer order. */
export function parameterShapes({
  layers,
  inputShape,
}: Network): Readonly<Record<string, readonly number[]>> {
  return chainParameterShapes(layers, inputShape);
}

export interface ForwardOptions<A extends Numbers = Numbers> {
  /** Whether batch normalisation uses the batch's own statistics; default false. */
  readonly training?: boolean;
  /** Running statistics so far; fresh ones (mean 0, variance 1) where absent. */
  readonly statistics?: Statistics<A>;
}

/**
 * Runs a batch through a network. The result holds every layer's output by path, the running
 * statistics that changed, and `backward`, which takes the gradient by the output and gives those by
 * the input, all learned numbers and every layer's output.
 *
 * Shapes: input `[batch, …inputShape]`. Every layer's result is rounded to the input's width.
 *
 * @throws {ShapeMismatchError} an input or parameters that do not fit the network.
 */
export function forward<A extends Numbers>(
  { layers, inputShape }: Network,
  parameters: Parameters<A>,
  input: Block<A>,
  { training = false, statistics = {} }: ForwardOptions<A> = {},
): Step<A> {
  requireShape("input", input, [input.shape[0]!, ...inputShape]);
  return chainForward(layers, input, { path: "", parameters, statistics, training });
}
