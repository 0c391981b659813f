import type { ReadingWish, TrainPreviewRequest, TrainReadingRequest } from "../../compute/training";
import type { WidgetModel } from "../../widget-kit/define-widget";
import type { Tensor } from "../../core/tensor";
import { codeExamples } from "./code";
import { runCharts } from "./charts";
import { createStill, deriveModel, type Shelf, type TrainerResult } from "./derive";
import { describeModel } from "./describe";
import { keepLast } from "./keep-last";
import { likenessWarning } from "./kernels";
import { featureMapsOf, mapsModel } from "./maps";
import { initOf, validationOf } from "./plan";
import { drawnPictures, preparedDrawing, readsDrawings } from "./reading";
import { createSamples } from "./samples";
import { SAMPLES } from "./schema";
import type { DigitTrainerState } from "./state";
import { tableOf } from "./table";
import type { DigitTrainerModel, TrainerSession } from "./view-model";
import { createFirstWeights } from "./weights";

export type DigitTrainer = WidgetModel<
  DigitTrainerState,
  TrainerResult,
  DigitTrainerModel,
  TrainerSession
>;

/** Products of the first look at most: a blink of the slowest tier. */
const LOOK_MACS = 3e7;
const MOST_LOOKED = 100;

/** The trainer without its face. */
export function createModel(): DigitTrainer {
  let warning: string | null = null;
  const shelf: Shelf = {
    still: createStill(),
    charts: keepLast(runCharts),
    drawing: keepLast(preparedDrawing),
    featureMaps: keepLast(featureMapsOf),
    maps: keepLast(mapsModel),
    samples: createSamples(),
    firstWeights: createFirstWeights(),
    warning: () => (warning ??= likenessWarning()),
  };
  /** What the look at hand has read, the same object for as long as it is the same. */
  const drawn = keepLast(
    (strokes: DigitTrainerState["strokes"], prepare: boolean): ReadingWish | null => {
      const pictures = drawnPictures({ prepare }, shelf.drawing(strokes));
      return pictures && { pictures, inside: "contributions" };
    },
  );
  const shown = keepLast((image: Tensor): ReadingWish => ({ pictures: [image], inside: "maps" }));

  return {
    request(state, { digits }, session): TrainPreviewRequest | TrainReadingRequest | null {
      const { network, summary } = shelf.still(state, digits).fitted;
      const { look, strokes, prepare, data: kind } = state;
      const drawing =
        look === "draw" && readsDrawings(kind, network) ? drawn(strokes, prepare) : null;
      if (session?.snapshot) {
        const { parameters, statistics } = session.snapshot;
        // Everything else that is shown of a run comes from the run.
        return (
          drawing && { job: "trainReading", network, parameters, statistics, reading: drawing }
        );
      }
      const samples = shelf.samples(state, digits);
      const sample = samples[state.sample] ?? samples[0]!;
      const reading = look === "maps" ? shown(sample.image) : drawing;
      const most = Math.min(Math.floor(LOOK_MACS / summary.macs), MOST_LOOKED);
      const data = validationOf(state, digits, Math.max(most, SAMPLES));
      const count = data.kind === "tensors" ? data.labels.length : data.count;
      return {
        job: "trainPreview",
        network,
        data,
        init: initOf(state.init),
        seed: state.seed,
        answers: Math.min(SAMPLES, count),
        parameters: ["0/weights"],
        ...(reading && { reading }),
      };
    },
    derive: (state, result, assets, session) =>
      deriveModel(state, result, assets, session ?? null, shelf),
    describe: describeModel,
    code: codeExamples,
    table: tableOf,
  };
}
