import { digitNetwork } from "../../../core/network/digit-network";
import type { OpenLoops } from "../../ops/train/open-loops";
import { openSimdLoops } from "../../ops/train/simd-loops";
import type { TrainingRequest, TrainingResults, TrainStartRequest } from "../../training";
import type { Breathe } from "../job";
import { createTrainings } from "./trainings";

/** Trainings with a typed `run`, for tests. */
export function openTrainings(openLoops: OpenLoops = openSimdLoops) {
  const trainings = createTrainings();
  return {
    memory: () => trainings.memory(),
    run: <R extends TrainingRequest>(
      request: R,
      breathe: Breathe = () => Promise.resolve(),
    ): Promise<TrainingResults[R["job"]]> =>
      trainings.run(request, openLoops, breathe) as Promise<TrainingResults[R["job"]]>,
  };
}

/** The book's first run, with few pictures. */
export const digitRun: TrainStartRequest = {
  job: "trainStart",
  network: digitNetwork,
  data: { kind: "digits", seed: 1, count: 320 },
  optimizer: { name: "sgd", learningRate: 0.1 },
  init: "heNormal",
  seed: 0,
  batchSize: 32,
};
