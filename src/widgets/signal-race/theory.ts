import { activationOf } from "../../core/activation/activations";
import { secondMomentAt } from "../../core/moments/mean-field";
import { activationSpec, deviationOf } from "./request";
import type { State } from "./state";

/** n·Var(w): what a linear layer multiplies the mean square by. */
export function weightScaleOf(state: State): number {
  return state.width * deviationOf(state) ** 2;
}

/** log₁₀ of the root mean square after each layer, from x on, in a network of infinite width. */
export function theoryOf(state: State): readonly number[] {
  const { activation, depth } = state;
  const weightScale = weightScaleOf(state);
  // Of these the map is a power of q: no quadrature.
  const factor = { identity: 1, relu: 1 / 2 }[activation as string];
  if (factor !== undefined) {
    const step = Math.log10(weightScale * factor) / 2;
    return Array.from({ length: depth + 1 }, (_, layer) => (layer === 0 ? 0 : layer * step));
  }
  // What `meanField` says of the mean square, without its other quadratures.
  const f = activationOf(activationSpec(state));
  const logs = [0];
  for (let second = 1; logs.length <= depth; logs.push(Math.log10(second) / 2))
    second = secondMomentAt(f, weightScale * second);
  return logs;
}

const parts = ["width", "depth", "fan", "gain", "activation", "formula"] as const;

/** `theoryOf` that remembers the last states asked for: a moved cursor works out nothing anew. */
export function rememberedTheory(): (state: State) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (state) => {
    const key = parts.map((part) => state[part]).join("\n");
    const theory = known.get(key) ?? theoryOf(state);
    known.delete(key);
    known.set(key, theory);
    if (known.size > 4) known.delete(known.keys().next().value!);
    return theory;
  };
}
