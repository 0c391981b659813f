import type { Conv2dRequest, Conv2dResult } from "../../compute/types";
import type { WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code";
import { deriveModel, singles, walked } from "./derive";
import { describeModel } from "./describe";
import type { State } from "./schema";
import { stepTable } from "./table";
import type { StepTrainerModel } from "./view-model";

/** The engine's own convolution of this step: core works everything out, this is the cross-check. */
function request(state: State): Conv2dRequest | null {
  const numbers = singles(walked(state).layer);
  return (
    numbers && {
      job: "conv2d",
      input: { shape: [1, 3, 3, 1], data: numbers.slice(0, 9) },
      weights: { shape: [2, 2, 1, 1], data: numbers.slice(9, 13) },
      bias: [numbers[13]!],
    }
  );
}

export const model: WidgetModel<State, Conv2dResult, StepTrainerModel> = {
  request,
  derive: deriveModel,
  describe: describeModel,
  code: codeExamples,
  table: stepTable,
};
