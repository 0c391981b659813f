import type { TrainSnapshot } from "../../training";
import { snapshotBytes } from "./snapshot";

/** Most bytes of checkpoints that a run keeps. */
const KEPT_BYTES = 32 * 2 ** 20;

/** Where a run can go back to, in rising order of steps; its first step always stays. */
export interface Checkpoints {
  add(snapshot: TrainSnapshot): void;
  /** The last one at or before a step. */
  before(step: number): TrainSnapshot;
  /** Forgets those after a step. */
  cut(step: number): void;
  /** Others that begin with the same snapshots, up to a step. */
  branch(step: number): Checkpoints;
  readonly bytes: number;
}

/** Checkpoints that thin out, every other one, when they pass 32 MiB. */
export function createCheckpoints(first: readonly TrainSnapshot[]): Checkpoints {
  let kept = [...first];
  const bytes = () => kept.reduce((sum, snapshot) => sum + snapshotBytes(snapshot), 0);
  return {
    add(snapshot) {
      kept.push(snapshot);
      if (kept.length > 3 && bytes() > KEPT_BYTES)
        kept = kept.filter((_, at) => at % 2 === 0 || at === kept.length - 1);
    },
    before: (step) => kept.findLast((snapshot) => snapshot.step <= step) ?? kept[0]!,
    cut(step) {
      kept = kept.filter((snapshot, at) => at === 0 || snapshot.step <= step);
    },
    branch: (step) =>
      createCheckpoints(kept.filter((snapshot, at) => at === 0 || snapshot.step <= step)),
    get bytes() {
      return bytes();
    },
  };
}
