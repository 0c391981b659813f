import { shortestFloat32 } from "../../schema/codecs/decimal";
import { walked } from "./derive";
import { EXAMPLES } from "./examples";
import { LAST_MOMENT } from "./moments";
import { MOST_STEPS, type State } from "./schema";

/** To the end of this step; from there, further steps at once. */
export function stepOn({ step, moment }: State, steps: number): Partial<State> {
  const more = moment < LAST_MOMENT ? steps - 1 : steps;
  return { step: Math.min(step + more, MOST_STEPS), moment: LAST_MOMENT, open: "auto" };
}

/** The next step, from its beginning. */
export function nextSlowly({ step }: State): Partial<State> {
  return { step: Math.min(step + 1, MOST_STEPS), moment: 0, open: "auto" };
}

/** The weights of this step as those to start from, rounded as a link holds them. */
export function startHere(state: State): Partial<State> {
  const { layer } = walked(state);
  return { kernel: layer.kernel.map(shortestFloat32), bias: layer.bias, step: 0, open: "auto" };
}

export function chooseExample(id: string): Partial<State> {
  return { open: "auto", ...EXAMPLES.find((example) => example.id === id)?.state };
}

/** A list with one number changed. */
export function replaced(values: readonly number[], at: number, value: number): readonly number[] {
  return values.map((old, index) => (index === at ? value : old));
}
