import { bool } from "../../schema/codecs/bool";
import { int } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { CHANNELS, figureIds, largeKernel, mostLayers, roadIds, SIDES, type State } from "./state";

/** No view wider than the widest; without padding a map that the large kernel fits on. */
function repair(state: State): State {
  const layers = Math.min(state.layers, mostLayers(state.kernel));
  const least = state.padding === "valid" ? largeKernel({ ...state, layers }) : SIDES.min;
  return { ...state, layers, side: Math.max(state.side, least) };
}

export const schema = defineSchema<State>({
  version: 1,
  repair,
  fields: {
    kernel: oneOf([3, 5, 7], 3),
    layers: int({ min: 1, max: mostLayers(3), default: 2 }),
    inputs: int({ ...CHANNELS, default: 64 }),
    between: int({ ...CHANNELS, default: 64 }),
    outputs: int({ ...CHANNELS, default: 64 }),
    side: int({ ...SIDES, default: 56 }),
    padding: oneOf(["same", "valid"], "same"),
    activation: bool(true),
    road: oneOf(roadIds, "stack"),
    figure: oneOf(figureIds, "weights"),
  },
});
