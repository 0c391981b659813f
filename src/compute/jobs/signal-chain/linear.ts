import { lawVariance } from "../../../core/init/init";
import type { DrawnWeights, Multiplier } from "../../ops/chain/multiplier";
import type { SignalChainRequest } from "../../signal-chain";
import type { Blocks } from "./blocks";
import { collectPatches, spreadPatches } from "./patches";
import type { SignalPlan } from "./plan";
import { conditionalBackward, conditionalForward } from "./same-distribution";
import { steps } from "./streams";

/** The linear part of one layer of one seed; layers are counted from 1. */
export interface Linear {
  /** `[units, columns]` → `[units, columns]`, in a block of its own or in `into`. */
  forward(seed: number, layer: number, x: Float64Array, into: Blocks): Float64Array;
  /** The gradient by the input, from that by the output `g`; x and z are those of the way there. */
  backward(
    seed: number,
    layer: number,
    g: Float64Array,
    x: Float64Array,
    z: Float64Array,
  ): Float64Array;
}

/** Pre-activations of this size come of products that float32 can hardly tell from 0. */
const LAST_BITS = 2 ** -145;

/**
 * Whether so many products of a layer vanish one by one that the law of their sum says too much: a
 * few layers before a signal in float32 is gone. There the weights are drawn.
 */
function losesProducts(
  { format }: SignalChainRequest,
  { law, units }: SignalPlan,
  x: Float64Array,
) {
  if (!format.startsWith("float32") && format !== "bfloat16") return false;
  let largest = 0;
  for (let at = 0; at < x.length; at++) largest = Math.max(largest, Math.abs(x[at]!));
  const fans = { fanIn: units, fanOut: units };
  return largest > 0 && largest * Math.sqrt(lawVariance(law, fans) * units) < LAST_BITS;
}

export function linearOf(
  request: SignalChainRequest,
  plan: SignalPlan,
  multiplier: Multiplier,
): Linear {
  const { layer, format, method } = request;
  const { law, inputs, units, columns } = plan;
  const weights = (seed: number, stream: number): DrawnWeights => ({
    law,
    sequence: { seed, stream, step: steps.literal },
    inputs,
    outputs: units,
    format,
  });
  if (method === "sameDistribution")
    return {
      forward: (seed, stream, x, into) =>
        losesProducts(request, plan, x)
          ? multiplier.forward(weights(seed, stream), x, columns)
          : conditionalForward(law, multiplier, { seed, stream }, x, into()),
      backward: (seed, stream, g, x, z) =>
        conditionalBackward(law, multiplier, { seed, stream }, g, x, z),
    };
  if (layer.kind === "dense")
    return {
      forward: (seed, at, x) => multiplier.forward(weights(seed, at), x, columns),
      backward: (seed, at, g) => multiplier.backward(weights(seed, at), g, columns),
    };
  return {
    forward: (seed, at, x) =>
      multiplier.forward(weights(seed, at), collectPatches(layer, x), columns),
    backward: (seed, at, g) =>
      spreadPatches(layer, multiplier.backward(weights(seed, at), g, columns)),
  };
}
