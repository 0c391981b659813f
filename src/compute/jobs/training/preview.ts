import { initialParameters } from "../../../core/network/initial-parameters";
import { RequestError } from "../../errors";
import { createNet, type Rest } from "../../ops/train/net";
import type { OpenLoops } from "../../ops/train/open-loops";
import type { TrainPreviewRequest, TrainPreviewResult } from "../../training";
import type { Breathe } from "../job";
import { checkTraining, PREVIEW_BATCH } from "./check";
import { loadData } from "./data";
import { readingOf } from "./reading";
import { scoreSet } from "./score";

/** Judges a network with its first weights, and forgets it. */
export async function previewOf(
  request: TrainPreviewRequest,
  openLoops: OpenLoops,
  breathe: Breathe,
  rest: Rest,
): Promise<TrainPreviewResult> {
  const { parameterCount, macs, classes } = checkTraining(request)!;
  const { network, init, seed, answers } = request;
  const set = await loadData(request.data, breathe);
  const { make, arena } = await openLoops(network, PREVIEW_BATCH);
  const net = createNet(network, PREVIEW_BATCH, arena, make);
  const first = initialParameters(network, init, seed, new Float32Array(0));
  net.restore(first, {});
  const wanted = request.parameters.map((name) => {
    const parameter = Object.hasOwn(first, name) ? first[name] : undefined;
    if (!parameter) throw new RequestError(`this network has no parameter named "${name}"`);
    return [name, [...parameter.data]] as const;
  });
  const { count, accuracy, loss } = await scoreSet(net, set, set.count, 0, rest);
  const size = set.images.length / set.count;
  const probabilities: number[][] = [];
  for (let from = 0; from < answers; from += PREVIEW_BATCH) {
    const batch = Math.min(PREVIEW_BATCH, answers - from);
    net.input.values.set(set.images.subarray(from * size, (from + batch) * size));
    await net.forward(set.labels.subarray(from, from + batch), batch, false, rest);
    for (let row = 0; row < batch; row++)
      probabilities.push([...net.probabilities.subarray(row * classes, (row + 1) * classes)]);
  }
  const learner = { network, parameters: first, statistics: {} };
  const reading = request.reading && (await readingOf(learner, request.reading, rest));
  return {
    job: "trainPreview",
    count,
    accuracy,
    loss,
    probabilities,
    parameters: Object.fromEntries(wanted),
    parameterCount,
    macs,
    ...(reading && { reading }),
  };
}
