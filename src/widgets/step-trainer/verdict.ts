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
  // Before the first loss the z are still to come.
  const dead = curve.length > 0 && pass.preActivation.every((z) => z <= 0);
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
  const rises = curve.filter((point, at) => at > 0 && point.loss > curve[at - 1]!.loss).length;
  const advice =
    rises === 0
      ? ""
      : ` ${way === "up" ? "The" : `But ${rises} went up: the`} learning rate is too large here, and steps overshoot.`;
  return `${steps} took the loss ${way} from ${from} to ${loss}.${advice}`;
}
