import { pathDeviation } from "../../core/receptive-field/map-spread";
import {
  receptiveField,
  receptiveFields,
  type ReceptiveField,
} from "../../core/receptive-field/receptive-field";
import type { Chain } from "./chain";

/** What one layer costs. */
export interface LayerCost {
  /** Weights and bias. */
  readonly parameters: number;
  /** Multiply-accumulates in its kernel; taps on padding are counted. */
  readonly macs: number;
  /** Numbers of its map. */
  readonly activations: number;
  /** Along one side; `null` from a mean over everything on. */
  readonly field: ReceptiveField | null;
}

/** What a chain costs, for one channel in and out of every layer. */
export interface ChainCost {
  readonly layers: readonly LayerCost[];
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

/**
 * Counts a chain as `summarize` counts its network; for a slider under the hand it is written out,
 * as hundreds of layers of one channel are a few products each.
 */
export function costOf({ layers: steps }: Chain): ChainCost {
  const fields = receptiveFields(steps);
  let all = false;
  const layers = steps.map(({ kind, kernelSize, to }, at): LayerCost => {
    all ||= kind === "globalAverage";
    const taps = kind === "conv" ? kernelSize ** 2 : 0;
    return {
      parameters: kind === "conv" ? taps + 1 : 0,
      macs: taps * to ** 2,
      activations: to ** 2,
      field: all ? null : fields[at + 1]!,
    };
  });
  const sum = (what: "parameters" | "macs" | "activations") =>
    layers.reduce((total, one) => total + one[what], 0);
  const parameters = sum("parameters");
  return {
    layers,
    weights: parameters - steps.filter(({ kind }) => kind === "conv").length,
    parameters,
    macs: sum("macs"),
    kept: sum("activations"),
    field: receptiveField(steps).size,
    spread: pathDeviation(steps),
  };
}
