import { initialParameters } from "../../../core/network/initial-parameters";
import type { Tensor } from "../../../core/tensor";
import { ShapeMismatchError } from "../../errors";
import type { Learned } from "../../ops/train/layer-loops";
import { createNet } from "../../ops/train/net";
import type { OpenLoops } from "../../ops/train/open-loops";
import type { TrainData, TrainSnapshot, TrainStartRequest, TrainStartResult } from "../../training";
import type { Breathe } from "../job";
import { checkTraining } from "./check";
import { createCheckpoints } from "./checkpoints";
import { loadData, type DataSet } from "./data";
import { Run } from "./run";
import { newRunId, type RunTable } from "./run-table";

/** Fewest examples a net has room for, so that scores of a run with a tiny batch are not slow. */
const LEAST_CAPACITY = 32;

/** Draws data and first parameters, and enters the run. */
export async function startRun(
  runs: RunTable,
  request: TrainStartRequest,
  openLoops: OpenLoops,
  breathe: Breathe,
): Promise<TrainStartResult> {
  const cost = checkTraining(request)!;
  const {
    network,
    batchSize,
    seed,
    optimizer,
    checkpointEvery = 50,
    augmentation = null,
  } = request;
  const sources = new Map<string, DataSet>();

  async function load(data: TrainData): Promise<DataSet> {
    if (data.kind === "tensors") return loadData(data, breathe);
    const source = JSON.stringify(data);
    const set = sources.get(source) ?? runs.drawn(source) ?? (await loadData(data, breathe));
    sources.set(source, set);
    return set;
  }

  const data = await load(request.data);
  const validation: Record<string, DataSet> = {};
  for (const [name, set] of Object.entries(request.validation ?? {}))
    validation[name] = await load(set);
  const capacity = Math.max(batchSize, LEAST_CAPACITY);
  const { make, arena, loops } = await openLoops(network, capacity);
  const net = createNet(network, capacity, arena, make);
  const first = request.from ? structuredClone(request.from) : firstSnapshot(request);
  requireFit(first, net.learned);
  const run = new Run({
    id: newRunId(),
    net,
    loops,
    data,
    validation,
    sources,
    seed,
    batchSize,
    augmentation,
    checkpointEvery,
    checkpoints: createCheckpoints([first]),
    history: [{ from: first.step, optimizer, schedule: request.schedule ?? { kind: "constant" } }],
  });
  runs.add(run);
  return {
    job: "trainStart",
    ...run.progress,
    classes: cost.classes,
    parameterCount: cost.parameterCount,
    macs: cost.macs,
    snapshot: run.snapshot(),
  };
}

function firstSnapshot({ network, init, seed }: TrainStartRequest): TrainSnapshot {
  const parameters = initialParameters(network, init, seed, new Float32Array(0));
  const blank = () =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, { shape, data }]): [string, Tensor] => [
        name,
        { shape, data: new Float32Array(data.length) },
      ]),
    );
  return { step: 0, optimizerStep: 0, parameters, first: blank(), second: blank(), statistics: {} };
}

/** A snapshot brought along must be this network's. */
function requireFit(snapshot: TrainSnapshot, learned: readonly Learned[]): void {
  for (const group of [snapshot.parameters, snapshot.first, snapshot.second])
    for (const { name, values } of learned)
      if (group[name]?.data.length !== values.length)
        throw new ShapeMismatchError(`the snapshot does not fit the network at ${name}`);
}
