import { SCENE_SIDE } from "../../core/detection/scene";
import { float } from "../../schema/codecs/float";
import { int, seed } from "../../schema/codecs/int";
import { oneOf } from "../../schema/codecs/one-of";
import { defineSchema } from "../../schema/define-schema";
import { BEST, NONE, type DuelState } from "./state";

/** Largest kernel whose window can be centred on every object. */
export const LARGEST_KERNEL = 25;

const size = (usual: number) => int({ min: 1, max: LARGEST_KERNEL, default: usual });
const cut = () => int({ min: BEST, max: NONE, default: BEST });
const place = (usual: number) => int({ min: 0, max: SCENE_SIDE - 1, default: usual });

export const schema = defineSchema<DuelState>({
  version: 1,
  fields: {
    objects: int({ min: 1, max: 40, default: 24 }),
    objectSize: int({ min: 1, max: 9, default: 3 }),
    spacing: int({ min: 2, max: 40, default: 8 }),
    noise: float({ min: 0, max: 1, digits: 2, default: 0.5 }),
    seed: seed(1),
    sizeA: size(3),
    kernelA: oneOf(["box", "gaussian", "template", "learned"]),
    sizeB: size(20),
    kernelB: oneOf(["box", "gaussian", "template", "learned", "inside"]),
    trainingScenes: int({ min: 1, max: 20, default: 4 }),
    cutA: cut(),
    cutB: cut(),
    // An object of the usual scene.
    row: place(48),
    column: place(58),
  },
  repair,
});

/** Objects do not touch, and a kernel holds only one that is no larger than itself. */
function repair(state: DuelState): DuelState {
  const spacing = Math.max(state.spacing, state.objectSize + 1);
  const kernelB = state.kernelB === "inside" && state.sizeB < state.sizeA ? "box" : state.kernelB;
  return { ...state, spacing, kernelB };
}
