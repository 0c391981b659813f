import type { SmallLayerPass } from "../../core/backprop/small-layer";
import { formatNumber } from "../../core/format/number";
import type { State } from "./schema";
import type { LossPoint } from "./view-model";

interface VerdictArgs {
  readonly state: State;
  /** The pass that the newest loss belongs to. */
  readonly pass: SmallLayerPass;
  readonly curve: readonly LossPoint[];
}

/** Whether ReLU cuts every output of a pass, and what the losses so far say. */
export function verdictOf({ state, pass, curve }: VerdictArgs) {
  // Known once the newest loss is: before that, this step's z are still to come.
  const newest = curve.at(-1);
  const settled = newest !== undefined && newest.loss === pass.loss;
  const dead = settled && pass.preActivation.every((z) => z <= 0);
  return { dead, verdict: sentence(state, curve, dead) };
}

function sentence({ target }: State, curve: readonly LossPoint[], dead: boolean): string | null {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last) return null;
  const loss = formatNumber(last.loss);
  if (!curve.every((point) => Number.isFinite(point.loss)))
    return "The numbers have grown beyond what 64 bits hold: the learning rate is far too large here.";
  if (dead)
    return (
      `Every z is 0 or less, so ReLU cuts every gradient off. This unit is dead: no step will ever move it again, and its loss stays at ${loss}. ` +
      (last.loss === 0
        ? "That looks like success only because the target is 0."
        : `It was asked for ${formatNumber(target)} and can answer nothing but 0.`)
    );
  if (curve.length === 1) return null;
  const steps = last.step === 1 ? "One step" : `${last.step} steps`;
  const [from, way] = [formatNumber(first.loss), last.loss < first.loss ? "down" : "up"];
  if (last.loss === first.loss) return `${steps}, and the loss is still ${loss}.`;
  const advice = way === "up" ? " The learning rate is too large here: the steps overshoot." : "";
  return `${steps} took the loss ${way} from ${from} to ${loss}.${advice}`;
}
