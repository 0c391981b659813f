import type { Conv2dRequest, Conv2dResult } from "../../compute/types";
import type { WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code";
import { deriveModel, walked } from "./derive";
import { describeModel } from "./describe";
import type { State } from "./schema";
import { stepTable } from "./table";
import type { StepTrainerModel } from "./view-model";

/** The engine's own convolution of this step: core works everything out, this is the cross-check. */
function request(state: State): Conv2dRequest | null {
  const { input, kernel, bias } = walked(state).layer;
  const numbers = Float32Array.from([...input, ...kernel, bias]);
  if (!numbers.every(Number.isFinite)) return null;
  return {
    job: "conv2d",
    input: { shape: [1, 3, 3, 1], data: Float32Array.from(input) },
    weights: { shape: [2, 2, 1, 1], data: Float32Array.from(kernel) },
    bias: [Math.fround(bias)],
  };
}

export const model: WidgetModel<State, Conv2dResult, StepTrainerModel> = {
  request,
  derive: deriveModel,
  describe: describeModel,
  code: codeExamples,
  table: stepTable,
};
