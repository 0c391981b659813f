import { chainParameterShapes, chainShapes } from "../../../core/network/chain";
import type { Layer, Network } from "../../../core/network/layer";
import { ShapeMismatchError, RequestError } from "../../errors";
import { elementCount } from "../../../core/tensor";
import { requireActivation } from "../require-activation";

/** What training a network takes, counted before it is made. */
export interface NetCost {
  readonly parameterCount: number;
  /** Multiply-accumulates of one example, forward. */
  readonly macs: number;
  /** Numbers that one example's results and gradients take. */
  readonly numbers: number;
  readonly classes: number;
}

/**
 * Sizes of a network, layer by layer.
 *
 * @throws {ParseError} a typed activation that is none; `at` is the character where it goes wrong.
 * @throws {ShapeMismatchError | RequestError} a layer that does not fit, named by place and kind.
 */
export function netCost({ layers, inputShape }: Network): NetCost {
  let shape = inputShape;
  let parameterCount = 0;
  let macs = 0;
  let numbers = elementCount(inputShape);
  requireActivations(layers);
  layers.forEach((layer, at) => {
    const learned = named(layer, at, () => chainParameterShapes([layer], shape));
    const next = named(layer, at, () => chainShapes([layer], shape)[0]!);
    for (const sizes of Object.values(learned)) parameterCount += elementCount(sizes);
    macs += macsOf(layer, shape, next);
    numbers += 4 * elementCount(next);
    shape = next;
  });
  if (shape.length !== 1 || shape[0]! < 2)
    throw new ShapeMismatchError(
      `the last layer must give [classes] logits, at least 2; it gives ${shape.join("×")}`,
    );
  return { parameterCount, macs, numbers, classes: shape[0]! };
}

function requireActivations(layers: readonly Layer[]): void {
  for (const layer of layers)
    if (layer.kind === "activation") requireActivation(layer.activation);
    else if (layer.kind === "residual")
      requireActivations([...layer.branch, ...(layer.shortcut ?? [])]);
}

function macsOf(layer: Layer, input: readonly number[], output: readonly number[]): number {
  if (layer.kind === "dense") return elementCount(input) * layer.units;
  if (layer.kind === "conv") {
    const size = typeof layer.size === "number" ? [layer.size, layer.size] : layer.size;
    return (elementCount(output) * size[0]! * size[1]! * input[2]!) / (layer.groups ?? 1);
  }
  if (layer.kind !== "residual") return 0;
  return chainMacs(layer.branch, input) + chainMacs(layer.shortcut ?? [], input);
}

function chainMacs(layers: readonly Layer[], input: readonly number[]): number {
  const shapes = [input, ...chainShapes(layers, input)];
  return layers.reduce((sum, layer, at) => sum + macsOf(layer, shapes[at]!, shapes[at + 1]!), 0);
}

function named<T>(layer: Layer, at: number, look: () => T): T {
  try {
    return look();
  } catch (error) {
    const message = `layer ${at} (${layer.kind}): ${error instanceof Error ? error.message : ""}`;
    if (error instanceof ShapeMismatchError) throw new ShapeMismatchError(message);
    throw new RequestError(message);
  }
}
