import { bool } from "../../schema/codecs/bool";
import { float } from "../../schema/codecs/float";
import { floats } from "../../schema/codecs/floats";
import { int, seed } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { DESK_SIDE, SOURCES } from "./mixing";

export interface MixerState {
  /** One pixel's sum, taking a mixture apart, or the test for straightness. */
  readonly task: "pixel" | "unmix" | "straight";
  /** Of the numbers in the 200 channels and in the filter. */
  readonly seed: number;
  readonly row: number;
  readonly column: number;
  /** The filter that takes the mixture apart, one weight a channel, as far as its sliders go. */
  readonly weights: readonly number[];
  /** Factors of the two inputs under test. */
  readonly a: number;
  readonly b: number;
  readonly relu: boolean;
}

export const LARGEST_WEIGHT = 4;
export const LARGEST_FACTOR = 3;

const factor = (usual: number) =>
  float({ min: -LARGEST_FACTOR, max: LARGEST_FACTOR, digits: 1, default: usual });
const place = (usual: number) => int({ min: 0, max: 23, default: usual });

export const schema = defineSchema<MixerState>({
  version: 1,
  fields: {
    task: oneOf(["pixel", "unmix", "straight"]),
    seed: seed(1),
    row: place(4),
    column: place(6),
    weights: floats({ length: SOURCES.length, limit: LARGEST_WEIGHT, default: [1, 0, 0] }),
    a: factor(2),
    b: factor(-1),
    relu: bool(false),
  },
  // The desk of 200 channels is smaller than the mixed pictures.
  repair: (state) =>
    state.task === "unmix"
      ? state
      : {
          ...state,
          row: Math.min(state.row, DESK_SIDE - 1),
          column: Math.min(state.column, DESK_SIDE - 1),
        },
});
