import { int } from "../../../schema/codecs/int";
import { defineSchema } from "../../../schema/define-schema";

export interface State {
  /** Direction across the edges that are looked for, in degrees clockwise from the right. */
  readonly angle: number;
}

/** Degrees from one position of the slider to the next. */
export const STEP = 15;

export const schema = defineSchema<State>({
  version: 1,
  fields: { angle: int({ min: 0, max: 345, default: 45 }) },
  repair: ({ angle }) => ({ angle: (Math.round(angle / STEP) * STEP) % 360 }),
});
