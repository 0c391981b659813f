import { handExample } from "../../core/backprop/small-layer";
import { endOf } from "./moments";
import type { State } from "./schema";

export interface Example {
  readonly id: string;
  readonly label: string;
  readonly state: Partial<State>;
}

const { input, kernel, bias } = handExample;
const hand: Partial<State> = { input, kernel, bias, target: 0, rate: 0.01, step: 0 };
const finished = endOf("update");

/** Ready-made layers, in menu order. */
export const EXAMPLES: readonly Example[] = [
  { id: "hand", label: "The hand example", state: { ...hand, moment: endOf("loss") } },
  {
    id: "dead",
    label: "Ten times the rate",
    state: { ...hand, rate: 0.1, moment: finished },
  },
  {
    id: "wrong",
    label: "Dead, and wrong for good",
    state: { ...hand, target: 3, rate: 0.1, step: 9, moment: finished },
  },
  {
    id: "fit",
    label: "Asked for 3 everywhere, gently",
    state: { ...hand, target: 3, rate: 0.01, step: 19, moment: finished },
  },
];

const fixed = ["input", "kernel", "bias", "target", "rate"] as const;

/** The example with the numbers of a state; "" for none. */
export function exampleOf(state: State): string {
  const found = EXAMPLES.find(({ state: own }) =>
    fixed.every((field) => String(own[field]) === String(state[field])),
  );
  return found?.id ?? "";
}
