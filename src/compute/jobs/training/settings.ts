import type { OptimizerSpec } from "../../../core/optim/optimizer";
import type { RateSchedule } from "../../training";

/** What an optimiser is told, from one step on. */
export interface Settings {
  /** Steps taken before these settings held. */
  readonly from: number;
  readonly optimizer: OptimizerSpec;
  readonly schedule: RateSchedule;
}

/** The learning rate of the step after `step` others. */
export function rateAt({ optimizer, schedule }: Settings, step: number): number {
  if (schedule.kind === "constant") return optimizer.learningRate;
  const share = Math.min(step / schedule.steps, 1);
  return (optimizer.learningRate * (1 + Math.cos(Math.PI * share))) / 2;
}

/** The settings in force after `step` steps. */
export function settingsAt(history: readonly Settings[], step: number): Settings {
  return history.findLast(({ from }) => from <= step)!;
}
