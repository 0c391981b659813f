import type { Rest } from "../../ops/train/net";
import type { StepReport, TrainStepRequest, TrainStepResult } from "../../training";
import { goTo, type RunTable } from "./run-table";

/** Takes steps from where the run stands, or from an earlier step that was asked for. */
export async function stepRun(
  runs: RunTable,
  request: TrainStepRequest,
  rest: Rest,
): Promise<TrainStepResult> {
  const run = runs.of(request.run);
  const { at = run.step, optimizer, schedule, detail = false } = request;
  await goTo(run, at, rest);
  run.change({ ...(optimizer && { optimizer }), ...(schedule && { schedule }) });
  const left = run.stepsPerEpoch - (run.step % run.stepsPerEpoch);
  const count = request.steps === "epoch" ? left : request.steps;
  const steps: StepReport[] = [];
  for (;;) {
    const last = steps.length === count - 1;
    const taken = await run.advance(rest, { report: true, detail: last && detail });
    steps.push(taken.report!);
    if (!last) continue;
    const shown = taken.detail ? { detail: taken.detail } : {};
    return { job: "trainStep", ...run.progress, steps, ...shown };
  }
}
