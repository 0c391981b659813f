import { summarize, type LayerSummary } from "../../core/arch/summary";
import { pathDeviation } from "../../core/receptive-field/map-spread";
import { receptiveField } from "../../core/receptive-field/receptive-field";
import { networkLayers, type Chain } from "./chain";

/** What a chain costs, for one channel in and out of every layer. */
export interface ChainCost {
  readonly layers: readonly LayerSummary[];
  readonly weights: number;
  /** Weights and biases. */
  readonly parameters: number;
  readonly macs: number;
  /** Numbers of all maps after the input. */
  readonly kept: number;
  /** Side of the last unit's receptive field. */
  readonly field: number;
  /** Standard deviation of its influence if all taps were alike, in cells. */
  readonly spread: number;
}

/** Bytes of one number. */
export const NUMBER_BYTES = 4;

export function costOf(chain: Chain): ChainCost {
  const inputShape = [chain.sides[0]!, chain.sides[0]!, 1];
  const { layers, parameters, macs, activations } = summarize({
    inputShape,
    layers: networkLayers(chain),
  });
  const steps = chain.layers;
  return {
    layers,
    weights: parameters - steps.filter(({ kind }) => kind === "conv").length,
    parameters,
    macs,
    kept: activations,
    field: receptiveField(steps).size,
    spread: pathDeviation(steps),
  };
}
