import { summarize, type LayerSummary } from "../../core/arch/summary";
import { pathDeviation } from "../../core/receptive-field/map-spread";
import { receptiveField } from "../../core/receptive-field/receptive-field";
import { chainOf, networkLayers, type Chain } from "./chain";
import type { Recipe } from "./state";

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

/** A way from the picture to one number. */
export interface Road {
  readonly id: string;
  readonly name: string;
  readonly recipe: Partial<Recipe>;
  readonly chain: Chain;
  readonly cost: ChainCost;
}

const plain: Omit<Recipe, "side"> = {
  kernelSize: 3,
  stride: 1,
  padding: 0,
  dilation: "1",
  pool: "none",
  every: 1,
  poolSize: 2,
  averageAt: 0,
};

const roads = (side: number): readonly (readonly [string, string, Omit<Recipe, "side">])[] => [
  ["plain", "3×3, one after the other", plain],
  ["stride", "3×3, stride 2, padding 1", { ...plain, stride: 2, padding: 1 }],
  ["pool", "3×3 and 2×2 max pool by turns", { ...plain, pool: "max" }],
  ["dilated", "3×3, dilation doubled each time", { ...plain, dilation: "double" }],
  ["one", `one kernel of ${side}×${side}`, { ...plain, kernelSize: side }],
  ["average", "3×3 to 7×7, then one mean", { ...plain, averageAt: 7 }],
];

/** The roads of the chapter from a picture of that side, each with its price. */
export function roadsFrom(side: number): readonly Road[] {
  return roads(side).map(([id, name, recipe]) => {
    const chain = chainOf({ ...recipe, side });
    return { id, name, recipe, chain, cost: costOf(chain) };
  });
}
