import type { FinderSpec } from "../../compute/detection";
import type { PlainKernel } from "../../core/detection/finder-kernel";
import type { SceneSpec } from "../../core/detection/scene";

/** Everything that a link of the duel carries. */
export interface DuelState extends SceneSpec {
  readonly sizeA: number;
  readonly kernelA: PlainKernel | "learned";
  readonly sizeB: number;
  /** `inside`: the first kernel in a frame of zeros. */
  readonly kernelB: FinderSpec["kernel"];
  /** Scenes that learned kernels learn from. */
  readonly trainingScenes: number;
  /** Thresholds in percent of the strongest answer; `BEST` for the best one, `NONE` above all. */
  readonly cutA: number;
  readonly cutB: number;
  /** Where the windows' middle lies whose sum is written out. */
  readonly row: number;
  readonly column: number;
}

export const BEST = -1;
export const NONE = 101;

export function sceneOf(state: DuelState): SceneSpec {
  const { objects, objectSize, spacing, noise, seed } = state;
  return { objects, objectSize, spacing, noise, seed };
}

/** The two finders that a state asks for. */
export function findersOf(state: DuelState): readonly [FinderSpec, FinderSpec] {
  return [
    { size: state.sizeA, kernel: state.kernelA },
    { size: state.sizeB, kernel: state.kernelB },
  ];
}
