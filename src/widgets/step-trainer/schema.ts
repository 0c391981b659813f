import { handExample } from "../../core/backprop/small-layer";
import { float } from "../../schema/codecs/float";
import { floats } from "../../schema/codecs/floats";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { endOf, isMade, LAST_MOMENT } from "./moments";
import { allNumbers, type NumberId } from "./quantity";

export interface State {
  /** 3 × 3, row by row. */
  readonly input: readonly number[];
  /** 2 × 2, row by row, before the first step. */
  readonly kernel: readonly number[];
  readonly bias: number;
  /** What the loss asks of every output. */
  readonly target: number;
  /** Learning rate. */
  readonly rate: number;
  /** Training steps behind us. */
  readonly step: number;
  /** Where the slow motion of this step stands. */
  readonly moment: number;
  /** The number whose sum is written out; `auto` for the one made last. */
  readonly open: NumberId | "auto";
  /** Positions a second when the slow motion plays. */
  readonly speed: number;
}

/** Largest magnitude of an input, weight, bias or target. */
export const LIMIT = 100;
export const MOST_STEPS = 40;

const within = (value: number) => Math.min(Math.max(value, -LIMIT), LIMIT) + 0;

/** Numbers within their limits, and only an open number that has been made. */
function repair(state: State): State {
  const { open, moment } = state;
  return {
    ...state,
    input: state.input.map(within),
    kernel: state.kernel.map(within),
    open: open !== "auto" && isMade(open, moment) ? open : "auto",
  };
}

export const schema = defineSchema<State>({
  version: 1,
  repair,
  fields: {
    input: floats({ length: 9, limit: LIMIT, default: handExample.input }),
    kernel: floats({ length: 4, limit: LIMIT, default: handExample.kernel }),
    bias: float({ min: -LIMIT, max: LIMIT, digits: 8, default: handExample.bias }),
    target: float({ min: -LIMIT, max: LIMIT, digits: 4, default: 0 }),
    rate: float({ min: 0, max: 10, digits: 6, default: 0.01 }),
    step: int({ min: 0, max: MOST_STEPS, default: 0 }),
    moment: int({ min: 0, max: LAST_MOMENT, default: endOf("loss") }),
    open: oneOf(["auto", ...allNumbers]),
    speed: oneOf([1, 2, 4, 8], 2),
  },
});
