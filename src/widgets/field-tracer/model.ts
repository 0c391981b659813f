import type { ReceptiveFieldRequest, ReceptiveFieldResult } from "../../compute/receptive-field";
import type { WidgetModel } from "../../widget-kit/define-widget";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";
import { codeExamples } from "./code/code";
import { deriveModel } from "./derive";
import { describeModel } from "./describe";
import { measurementOf } from "./measurement";
import { createPictureSource } from "./picture";
import { createShareSource } from "./share-source";
import { createStackSource, unitOf } from "./stack";
import type { FieldTracerState } from "./state";
import { layerTable } from "./table";
import type { FieldTracerModel } from "./view-model";

export type FieldTracer = WidgetModel<FieldTracerState, ReceptiveFieldResult, FieldTracerModel>;

/** The tracer without its face; its pictures come from a shelf. */
export function createModel(shelf: PictureShelf): FieldTracer {
  const pictureOf = createPictureSource(shelf);
  const source = createShareSource();
  const stackFor = createStackSource();
  return {
    request(state, assets): ReceptiveFieldRequest | null {
      const stack = stackFor(state);
      const measurement = measurementOf(state, stack, unitOf(stack, state));
      if (!measurement) return null;
      const input = pictureOf(state.picture, stack.side, assets.picture).grey;
      return { job: "receptiveFieldMeasured", input, ...measurement };
    },
    derive: (state, result, assets) => {
      const stack = stackFor(state);
      const picture = pictureOf(state.picture, stack.side, assets.picture);
      return deriveModel(state, stack, result, picture, source, assets.picture !== undefined);
    },
    describe: describeModel,
    code: codeExamples,
    table: layerTable,
    stills: ({ picture, bell }) => ({ picture, ...(bell && { bell: bell.picture }) }),
  };
}
