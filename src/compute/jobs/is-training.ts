import type { TrainingRequest } from "../training";
import type { Request } from "../types";

/** Whether a request is about training runs: those work beside the device and in small bites. */
export function isTraining(request: Request): request is TrainingRequest {
  return request.job === "predict" || request.job.startsWith("train");
}
