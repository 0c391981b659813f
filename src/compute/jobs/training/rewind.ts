import { createNet, type Rest } from "../../ops/train/net";
import type { OpenLoops } from "../../ops/train/open-loops";
import type { TrainRewindRequest, TrainRewindResult } from "../../training";
import { Run } from "./run";
import { goTo, newRunId, requireReached, type RunTable } from "./run-table";

/** Puts a run back to an earlier step, or begins another there with the same loops. */
export async function rewindRun(
  runs: RunTable,
  { run: id, step, branch = false }: TrainRewindRequest,
  openLoops: OpenLoops,
  rest: Rest,
): Promise<TrainRewindResult> {
  const run = runs.of(id);
  if (!branch) {
    await goTo(run, step, rest);
    return { job: "trainRewind", ...run.progress, snapshot: run.snapshot() };
  }
  requireReached(run, step);
  const { network, capacity } = run.parts.net;
  const { make, arena, loops } = await openLoops(network, capacity, run.parts.loops);
  const twin = new Run({
    ...run.parts,
    id: newRunId(),
    net: createNet(network, capacity, arena, make),
    loops,
    checkpoints: run.parts.checkpoints.branch(step),
    history: run.history,
  });
  await twin.rewind(step, rest);
  runs.add(twin);
  return { job: "trainRewind", ...twin.progress, snapshot: twin.snapshot() };
}
