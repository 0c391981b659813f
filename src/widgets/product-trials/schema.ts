import type { TrialActivation } from "../../core/moments/product-trial";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";

export type Measure = "mean" | "square";

export interface State {
  /** Inputs and outputs of the layer. */
  readonly width: number;
  readonly activation: TrialActivation;
  /** Trials of a whole run. */
  readonly trials: number;
  readonly seed: number;
  /** Which result of a trial the histogram counts. */
  readonly measure: Measure;
  /** The trial that is opened, from 0. */
  readonly trial: number;
}

export const WIDTHS = { min: 8, max: 1024 } as const;
export const TRIALS = { min: 500, max: 20_000 } as const;
export const MOST_SEED = 9999;

export const schema = defineSchema<State>({
  version: 1,
  repair: (state) => ({ ...state, trial: Math.min(state.trial, state.trials - 1) }),
  fields: {
    width: int({ ...WIDTHS, default: 512 }),
    activation: oneOf(["relu", "identity"]),
    trials: int({ ...TRIALS, default: 10_000 }),
    seed: int({ min: 0, max: MOST_SEED, default: 1 }),
    measure: oneOf(["mean", "square"]),
    trial: int({ min: 0, max: TRIALS.max - 1, default: 0 }),
  },
});
