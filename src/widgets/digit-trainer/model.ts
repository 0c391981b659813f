import type { TrainPreviewRequest, TrainPreviewResult } from "../../compute/training";
import type { WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code";
import { runCharts } from "./charts";
import { createStill, deriveModel, type Shelf } from "./derive";
import { describeModel } from "./describe";
import { keepLast } from "./keep-last";
import { likenessWarning } from "./kernels";
import { fittedOf, initOf, validationOf } from "./plan";
import { preparedDrawing } from "./reading";
import { createSamples } from "./samples";
import { SAMPLES } from "./schema";
import type { DigitTrainerState } from "./state";
import { tableOf } from "./table";
import type { DigitTrainerModel, TrainerSession } from "./view-model";
import { createFirstWeights } from "./weights";

export type DigitTrainer = WidgetModel<
  DigitTrainerState,
  TrainPreviewResult,
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
    samples: createSamples(),
    firstWeights: createFirstWeights(),
    warning: () => (warning ??= likenessWarning()),
  };
  return {
    request(state, { digits }): TrainPreviewRequest {
      const { network, summary } = fittedOf(state, digits);
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
      };
    },
    derive: (state, result, assets, session) =>
      deriveModel(state, result, assets, session ?? null, shelf),
    describe: describeModel,
    code: codeExamples,
    table: tableOf,
  };
}
