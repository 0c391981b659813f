import type { TrainPreviewResult } from "../../compute/training";
import { formatInteger, formatNumber } from "../../core/format/number";
import { softmax } from "../../core/loss/softmax";
import type { Assets } from "../../widget-kit/define-widget";
import { batchModel, mistakesModel } from "./mistakes";
import { lossCurves, secondCurves } from "./curves";
import { layerNames, type Fitted } from "./fit";
import { kernelsModel } from "./kernels";
import { featureMapsOf, mapsModel } from "./maps";
import { exampleCount, fittedOf, sourceOf, stepsPerEpoch } from "./plan";
import { readingModel } from "./reading";
import type { createSamples } from "./samples";
import type { DigitTrainerState } from "./state";
import { bestMark, percent, verdictOf } from "./verdict";
import type {
  DigitTrainerModel,
  Fact,
  LayerRow,
  ProgressModel,
  Tile,
  TrainerSession,
} from "./view-model";
import { weightsOf, type createFirstWeights } from "./weights";

/** What is made once and looked up again. */
export interface Shelf {
  readonly samples: ReturnType<typeof createSamples>;
  readonly firstWeights: ReturnType<typeof createFirstWeights>;
  /** What to think of a kernel's likeness to another. */
  readonly warning: () => string;
}

const missingFiles =
  "This link was made with pictures that never left their reader’s page; generated digits stand in.";

/** Everything the eye and the ear need of the run as it stands. */
export function deriveModel(
  state: DigitTrainerState,
  preview: TrainPreviewResult | null,
  assets: Assets,
  session: TrainerSession | null,
  shelf: Shelf,
): DigitTrainerModel {
  const own = assets.digits;
  const fitted = fittedOf(state, own);
  const { network } = fitted;
  const { classes } = sourceOf(state, own);
  const begun = session?.snapshot ? session : null;
  const samples = shelf.samples(state, own);
  const sample = samples[state.sample] ?? samples[0]!;
  const { look } = state;
  const weights = () => weightsOf(begun, network) ?? shelf.firstWeights(state, fitted);
  const maps = look === "maps" ? featureMapsOf(begun, weights(), sample) : null;
  const firstName = "0/weights";
  const seen = preview?.parameters[firstName];
  const shape = weightShape(fitted, own?.images.shape[3] ?? 1);
  const firstSeen = seen ? { shape, data: Float32Array.from(seen) } : null;
  const dice = () => weights().parameters[`${convPathAt(fitted, state.conv)}/weights`] ?? null;
  return {
    state,
    session: begun,
    classes,
    facts: factsOf(fitted),
    layers: layersOf(fitted),
    progress: progressOf(state, session, exampleCount(state, own), fitted.batch),
    tiles: tilesOf(begun, preview, classes.length),
    samples: samples.map(({ image, label }) => ({ image, label: classes[label]! })),
    chances: chancesOf(begun, preview, state.sample, network.layers.length - 1),
    loss: lossCurves(session),
    second: secondCurves(session, state.curve, layerNames(network)),
    chance: Math.log(classes.length),
    verdict: verdictOf(begun, preview, classes.length),
    note: state.data === "own" && !own ? missingFiles : (fitted.notes[0] ?? null),
    firstKernels: kernelsModel({ conv: 0, show: "weights" }, fitted, begun, firstSeen, ""),
    kernels:
      look === "kernels"
        ? kernelsModel(state, fitted, begun, begun ? null : dice(), shelf.warning())
        : null,
    maps: maps && mapsModel(network, sample, maps),
    mistakes: look === "mistakes" && begun ? mistakesModel(state, begun, classes) : null,
    batch: look === "batch" && begun?.detail ? batchModel(begun.detail, begun.step, classes) : null,
    reading: look === "draw" ? readingModel(state, weights()) : null,
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

function tilesOf(
  session: TrainerSession | null,
  preview: TrainPreviewResult | null,
  classes: number,
): readonly Tile[] {
  const guess = `guessing: ${Math.log(classes).toFixed(3)}`;
  if (!session)
    return [
      { name: "Loss", value: preview ? preview.loss.toFixed(3) : "…", note: guess },
      {
        name: "New pictures read right",
        value: preview ? percent(preview.accuracy) : "…",
        note: preview ? `of ${preview.count}, before the first step` : "before the first step",
      },
    ];
  const last = session.reports.at(-1);
  const mark = session.marks.at(-1);
  const trained = session.marks.findLast(({ accuracy }) => accuracy["train"] !== undefined);
  const at = mark ? `after step ${formatInteger(mark.step)}` : "";
  const tiles: Tile[] = [
    {
      name: "Loss",
      value: last ? shownLoss(last.loss) : shownLoss(mark?.loss["validation"] ?? NaN),
      note: last ? `of the last batch; ${guess}` : guess,
    },
  ];
  const share = (name: string, note: string, value: number | undefined) => {
    if (value !== undefined) tiles.push({ name, value: percent(value), note });
  };
  share("New pictures read right", at, mark?.accuracy["validation"]);
  share("New writing styles", "styles kept from training", mark?.accuracy["reserved"]);
  const all = session.marks.findLast(({ accuracy }) => accuracy["ownAll"] !== undefined);
  share(
    "Your pictures",
    all ? `all ${formatInteger(session.scores["ownAll"]?.count ?? 0)}` : "the first of them",
    all?.accuracy["ownAll"] ?? mark?.accuracy["own"],
  );
  share(
    "Pictures trained on",
    trained ? `after step ${formatInteger(trained.step)}` : "",
    trained?.accuracy["train"],
  );
  return tiles;
}

const shownLoss = (loss: number) =>
  Number.isFinite(loss) && loss < 100 ? loss.toFixed(3) : formatNumber(loss);

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
