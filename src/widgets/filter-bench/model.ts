import type { RenderRequest, RenderResult } from "../../compute/types";
import type { WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code/code";
import { deriveModel } from "./derive";
import { describeModel } from "./describe";
import { createInputSource } from "./input";
import { fitLayer, layerSpec } from "./layer";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";
import type { FilterBenchState } from "./state";
import { cellTable } from "./table";
import type { FilterBenchModel } from "./view-model";
import { viewsOf } from "./views";

export type FilterBench = WidgetModel<FilterBenchState, RenderResult, FilterBenchModel>;

/** The bench without its face; its pictures come from a shelf. */
export function createModel(shelf: PictureShelf): FilterBench {
  const inputOf = createInputSource(shelf);
  return {
    request(state, assets): RenderRequest {
      const { input } = inputOf(state, assets.picture);
      const [, height, width] = input.shape as [number, number, number];
      const fitted = fitLayer(state, height, width).state;
      return { job: "render", conv: layerSpec(fitted, input), views: viewsOf(fitted) };
    },
    derive: (state, result, assets) =>
      deriveModel(state, result, inputOf(state, assets.picture), assets.picture !== undefined),
    describe: describeModel,
    code: (state) =>
      codeExamples(state, state.picture === "own" ? null : inputOf(state, undefined).input),
    table: cellTable,
  };
}
