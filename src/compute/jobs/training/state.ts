import { RequestError } from "../../errors";
import type { Rest } from "../../ops/train/net";
import type { SetScore, TrainStateRequest, TrainStateResult } from "../../training";
import type { DataSet } from "./data";
import { featureMaps, requirePictures } from "./pictures";
import type { RunTable } from "./run-table";
import { scoreSet } from "./score";

/** Examples of the training data that a score looks at. */
const TRAIN_SAMPLE = 500;
const WORST = 12;

/** Scores, feature maps and everything learned, as the run stands. */
export async function stateOf(
  runs: RunTable,
  request: TrainStateRequest,
  rest: Rest,
): Promise<TrainStateResult> {
  const run = runs.of(request.run);
  const { net, data, validation } = run.parts;
  const { picture, worst = WORST } = request;
  const sets: Readonly<Record<string, DataSet>> = { train: data, ...validation };
  if (picture) requirePictures(picture, net.network.inputShape);
  const scores: Record<string, SetScore> = {};
  for (const name of request.sets ?? Object.keys(sets)) {
    const set = Object.hasOwn(sets, name) ? sets[name] : undefined;
    if (!set) throw new RequestError(`this run has no data named "${name}"`);
    const count = name === "train" ? Math.min(set.count, TRAIN_SAMPLE) : set.count;
    scores[name] = await scoreSet(net, set, count, worst, rest);
  }
  const maps = picture ? { featureMaps: await featureMaps(net, picture, rest) } : {};
  return { job: "trainState", ...run.progress, snapshot: run.snapshot(), scores, ...maps };
}
