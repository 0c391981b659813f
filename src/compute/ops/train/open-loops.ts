import type { Network } from "../../../core/network/layer";
import type { TrainLoops } from "../../training";
import { plainArena, type Arena } from "./arena";
import type { LoopMaker } from "./net";

/** Loops ready to make one net. */
export interface OpenedLoops {
  readonly loops: TrainLoops;
  readonly arena: Arena;
  readonly make: LoopMaker;
}

/** Opens loops for a net of that many examples at most; `loops` insists on one kind. */
export type OpenLoops = (
  network: Network,
  capacity: number,
  loops?: TrainLoops,
) => Promise<OpenedLoops>;

/** The plain ones, in JavaScript. */
export const openPlainLoops: OpenLoops = () =>
  Promise.resolve({ loops: "plain", arena: plainArena(), make: () => null });
