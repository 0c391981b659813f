import { MOST_CHARACTERS } from "../../core/expression/parse";
import { bool } from "../../schema/codecs/bool";
import { float } from "../../schema/codecs/float";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { text } from "../../schema/codecs/text";
import { defineSchema } from "../../schema/define-schema";
import { activationIds, type ActivationId } from "./activations";

/** What can be opened to the calculation behind it. */
export const measureIds = ["mean", "second", "gain", "slopeSecond", "chi", "mapSlope"] as const;
export type MeasureId = (typeof measureIds)[number];

export interface State {
  readonly activation: ActivationId;
  /** Typed by the reader; used when `activation` is `typed`. */
  readonly formula: string;
  /** The gain is 1/√E f²; else `gain`. */
  readonly derived: boolean;
  readonly gain: number;
  /** log₁₀ of the input's mean square. */
  readonly start: number;
  /** Layers stepped through. */
  readonly layer: number;
  readonly open: MeasureId;
  /** Layers a second when it plays. */
  readonly speed: number;
}

export const DEPTH = 50;
export const GAINS = { min: 0.05, max: 10 } as const;
export const STARTS = { min: -3, max: 3 } as const;

export const schema = defineSchema<State>({
  version: 1,
  fields: {
    activation: oneOf(activationIds, "gelu"),
    formula: text({ max: MOST_CHARACTERS, default: "x * sigmoid(1.702 * x)" }),
    derived: bool(true),
    gain: float({ ...GAINS, digits: 6, default: 1.5 }),
    start: float({ ...STARTS, digits: 2, default: -0.6 }),
    layer: int({ min: 0, max: DEPTH, default: 16 }),
    open: oneOf(measureIds, "gain"),
    speed: oneOf([1, 2, 4, 16], 4),
  },
});
