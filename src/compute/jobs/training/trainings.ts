import type { Rest } from "../../ops/train/net";
import type { OpenLoops } from "../../ops/train/open-loops";
import type { TrainingRequest, TrainingResult } from "../../training";
import type { Breathe } from "../job";
import { drawnSet } from "./drawn-set";
import { predictRun } from "./pictures";
import { previewOf } from "./preview";
import { readingOf } from "./reading";
import { rewindRun } from "./rewind";
import { createRunTable } from "./run-table";
import { startRun } from "./start";
import { stateOf } from "./state";
import { stepRun } from "./step";

/** Longest stretch of work between two breaths, in milliseconds, plus one part of a layer. */
const STRETCH = 10;

/** All training runs of an engine; they outlive its devices. */
export interface Trainings {
  /** Does a checked request; one at a time, in the order they come. */
  run(request: TrainingRequest, openLoops: OpenLoops, breathe: Breathe): Promise<TrainingResult>;
  memory(): { readonly tensors: number; readonly bytes: number };
  clear(): void;
}

/** Runs by name, and the data they share. Whoever makes it clears it. */
export function createTrainings(): Trainings {
  const runs = createRunTable();
  let tail: Promise<unknown> = Promise.resolve();

  async function serve(
    request: TrainingRequest,
    openLoops: OpenLoops,
    breathe: Breathe,
  ): Promise<TrainingResult> {
    // What was called off while it waited is not begun.
    await breathe();
    const rest = resting(breathe);
    switch (request.job) {
      case "trainStart":
        return startRun(runs, request, openLoops, breathe);
      case "trainStep":
        return stepRun(runs, request, rest);
      case "trainState":
        return stateOf(runs, request, rest);
      case "trainRewind":
        return rewindRun(runs, request, openLoops, rest);
      case "trainPreview":
        return previewOf(request, openLoops, breathe, rest);
      case "trainReading":
        return { job: request.job, reading: await readingOf(request, request.reading, rest) };
      case "trainPictures":
        return drawnSet(request, breathe);
      case "predict":
        return predictRun(runs, request, rest);
      case "trainStop":
        runs.remove(request.run);
        return { job: request.job, run: request.run };
    }
  }

  return {
    run(request, openLoops, breathe) {
      const work = tail.then(() => serve(request, openLoops, breathe));
      tail = work.catch(() => {});
      return work;
    },
    memory: () => runs.memory(),
    clear: () => runs.clear(),
  };
}

/** A rest that breathes when the last breath was long ago. */
function resting(breathe: Breathe): Rest {
  let last = performance.now();
  return () => {
    if (performance.now() - last < STRETCH) return undefined;
    return breathe().then(() => void (last = performance.now()));
  };
}
