import type { TrainPreviewResult, TrainReadingResult } from "../../compute/training";
import { formatInteger } from "../../core/format/number";
import { softmax } from "../../core/loss/softmax";
import type { LabelledSet } from "../../core/idx/digit-set";
import type { Assets } from "../../widget-kit/define-widget";
import { batchModel, mistakesModel } from "./mistakes";
import { tilesOf } from "./tiles";
import type { runCharts } from "./charts";
import { layerNames, type Fitted } from "./fit";
import { kernelsModel } from "./kernels";
import type { featureMapsOf, mapsModel } from "./maps";
import { exampleCount, fittedOf, sourceOf, stepsPerEpoch } from "./plan";
import { readingModel, type preparedDrawing } from "./reading";
import type { createSamples } from "./samples";
import type { DigitTrainerState } from "./state";
import { bestMark, verdictOf } from "./verdict";
import type {
  DigitTrainerModel,
  Fact,
  LayerRow,
  ProgressModel,
  TrainerSession,
} from "./view-model";
import { weightsOf, type createFirstWeights } from "./weights";

/** What is made once and looked up again. */
export interface Shelf {
  readonly still: ReturnType<typeof createStill>;
  readonly charts: typeof runCharts;
  readonly drawing: typeof preparedDrawing;
  readonly featureMaps: typeof featureMapsOf;
  readonly maps: typeof mapsModel;
  readonly samples: ReturnType<typeof createSamples>;
  readonly firstWeights: ReturnType<typeof createFirstWeights>;
  /** What to think of a kernel's likeness to another. */
  readonly warning: () => string;
}

/** What the engine answers: a look before the first step, or the reading of a drawing after it. */
export type TrainerResult = TrainPreviewResult | TrainReadingResult;

const missingFiles =
  "This link was made with pictures that never left their reader’s page; generated digits stand in.";

/** Everything the eye and the ear need of the run as it stands. */
export function deriveModel(
  state: DigitTrainerState,
  result: TrainerResult | null,
  assets: Assets,
  session: TrainerSession | null,
  shelf: Shelf,
): DigitTrainerModel {
  const own = assets.digits;
  const { fitted, classes, names, facts, layers } = shelf.still(state, own);
  const { network } = fitted;
  const begun = session?.snapshot ? session : null;
  const preview = result?.job === "trainPreview" ? result : null;
  const read = result?.reading ?? null;
  const samples = shelf.samples(state, own);
  const progress = progressOf(state, session, exampleCount(state, own), fitted.batch);
  const sample = samples[state.sample] ?? samples[0]!;
  const { look } = state;
  const weights = () => weightsOf(begun, network) ?? shelf.firstWeights(state, fitted);
  const firstName = "0/weights";
  const seen = preview?.parameters[firstName];
  const shape = weightShape(fitted, own?.images.shape[3] ?? 1);
  const firstSeen = seen ? { shape, data: Float32Array.from(seen) } : null;
  const dice = () => weights().parameters[`${convPathAt(fitted, state.conv)}/weights`] ?? null;
  return {
    state,
    session: begun,
    classes,
    facts,
    layers,
    progress,
    tiles: tilesOf(begun, preview, classes.length, samples),
    samples,
    chances: chancesOf(begun, preview, state.sample, network.layers.length - 1),
    charts: shelf.charts(
      session?.reports ?? none,
      session?.marks ?? none,
      session?.before ?? null,
      session?.changes ?? none,
      progress.stepsPerEpoch,
      Math.max(progress.ahead, progress.goal) / progress.stepsPerEpoch,
      classes.length,
      state.curve,
      names,
    ),
    verdict: verdictOf(begun, preview, classes.length),
    note: state.data === "own" && !own ? missingFiles : (fitted.notes[0] ?? null),
    firstKernels: kernelsModel({ conv: 0, show: "weights" }, fitted, begun, firstSeen, ""),
    kernels:
      look === "kernels"
        ? kernelsModel(state, fitted, begun, begun ? null : dice(), shelf.warning())
        : null,
    maps:
      look === "maps"
        ? shelf.maps(network, sample, shelf.featureMaps(begun?.featureMaps ?? null, read))
        : null,
    mistakes: look === "mistakes" && begun ? mistakesModel(state, begun, classes) : null,
    batch: look === "batch" && begun?.detail ? batchModel(begun.detail, begun.step, classes) : null,
    reading:
      look === "draw" ? readingModel(state, shelf.drawing(state.strokes), weights(), read) : null,
  };
}

const none: readonly never[] = [];

/** What hangs on the network alone, the same objects for as long as it is the same. */
export function createStill(): (
  state: DigitTrainerState,
  own: LabelledSet | undefined,
) => ReturnType<typeof stillOf> {
  let last: { readonly key: string; readonly still: ReturnType<typeof stillOf> } | null = null;
  return (state, own) => {
    const { data, blocks, activation, hidden, head, norm, batch } = state;
    const side = data === "own" && own ? own.images.shape : null;
    const key = JSON.stringify([data, side, blocks, activation, hidden, head, norm, batch]);
    if (last?.key !== key) last = { key, still: stillOf(state, own) };
    return last.still;
  };
}

function stillOf(state: DigitTrainerState, own: LabelledSet | undefined) {
  const fitted = fittedOf(state, own);
  return {
    fitted,
    classes: sourceOf(state, own).classes,
    names: layerNames(fitted.network),
    facts: factsOf(fitted),
    layers: layersOf(fitted),
  };
}

function convPathAt({ network }: Fitted, conv: number): number {
  const places = network.layers.flatMap(({ kind }, at) => (kind === "conv" ? [at] : []));
  return places[conv] ?? places[0]!;
}

function weightShape({ blocks }: Fitted, channels: number): readonly number[] {
  const { size, filters } = blocks[0]!;
  return [size, size, channels, filters];
}

function factsOf({ summary, network }: Fitted): readonly Fact[] {
  const { parameters, macs } = summary;
  return [
    {
      name: "Parameters",
      value: formatInteger(parameters),
      work: sumOf(summary.layers.map((layer) => layer.parameters)),
    },
    {
      name: "Multiply-accumulates a picture",
      value: formatInteger(macs),
      work: sumOf(summary.layers.map((layer) => layer.macs)),
    },
    {
      name: "Input",
      value: network.inputShape.join(" × "),
      work: "height, width, channels",
    },
  ];
}

const sumOf = (counts: readonly number[]) =>
  counts
    .filter((count) => count > 0)
    .map(formatInteger)
    .join(" + ");

function layersOf({ network, summary }: Fitted): readonly LayerRow[] {
  const names = layerNames(network);
  return summary.layers.map(({ layer, outputShape, parameters, macs }, at) => ({
    name: names[at] ?? kindNames[layer.kind] ?? layer.kind,
    shape: outputShape.join(" × "),
    parameters: parameters > 0 ? formatInteger(parameters) : "0",
    macs: macs > 0 ? formatInteger(macs) : "0",
  }));
}

const kindNames: Readonly<Record<string, string>> = {
  activation: "activation",
  maxPool: "max pool",
  averagePool: "average pool",
  globalAverage: "global average",
  flatten: "flatten",
};

function progressOf(
  state: DigitTrainerState,
  session: TrainerSession | null,
  examples: number,
  batch: number,
): ProgressModel {
  const perEpoch = stepsPerEpoch(examples, batch);
  const stretch = state.epochs * perEpoch;
  const { step = 0, goal = 0, phase = "ready" } = session ?? {};
  return {
    phase,
    step,
    goal,
    ahead: stretch,
    runsTo: (Math.floor(step / stretch) + 1) * stretch,
    epoch: Math.floor(step / perEpoch),
    inEpoch: step % perEpoch,
    stepsPerEpoch: perEpoch,
    batch,
    examples,
    secondsLeft: session?.secondsLeft ?? null,
    recorded: session?.snapshot ? [0, ...session.reports.map((report) => report.step)] : [],
    best: session ? (bestMark(session.marks)?.step ?? null) : null,
    restarts: session?.restarts ?? 0,
    error: session?.error?.message ?? null,
  };
}

function chancesOf(
  session: TrainerSession | null,
  preview: TrainPreviewResult | null,
  sample: number,
  lastLayer: number,
): readonly number[] | null {
  const logits = session?.featureMaps?.[lastLayer];
  if (logits)
    return Array.from(softmax({ shape: [1, logits.data.length], data: logits.data }).data);
  return (!session && preview?.probabilities[sample]) || null;
}
