import type { ReceptiveFieldRequest, ReceptiveFieldResult } from "../../compute/receptive-field";
import type { WidgetModel } from "../../widget-kit/define-widget";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";
import { codeExamples } from "./code/code";
import { deriveModel } from "./derive";
import { describeModel } from "./describe";
import { measurementOf } from "./measurement";
import { createPictureSource } from "./picture";
import { createPathSource } from "./share-map";
import { stackOf, unitOf } from "./stack";
import type { FieldTracerState } from "./state";
import { layerTable } from "./table";
import type { FieldTracerModel } from "./view-model";

export type FieldTracer = WidgetModel<FieldTracerState, ReceptiveFieldResult, FieldTracerModel>;

/** The tracer without its face; its pictures come from a shelf. */
export function createModel(shelf: PictureShelf): FieldTracer {
  const pictureOf = createPictureSource(shelf);
  const pathsOf = createPathSource();
  return {
    request(state, assets): ReceptiveFieldRequest | null {
      const stack = stackOf(state);
      const measurement = measurementOf(state, stack, unitOf(stack, state));
      if (!measurement) return null;
      const input = pictureOf(state.picture, stack.side, assets.picture).grey;
      return { job: "receptiveFieldMeasured", input, ...measurement };
    },
    derive: (state, result, assets) => {
      const picture = pictureOf(state.picture, stackOf(state).side, assets.picture);
      return deriveModel(state, result, picture, pathsOf, assets.picture !== undefined);
    },
    describe: describeModel,
    code: codeExamples,
    table: layerTable,
    stills: ({ picture, bell }) => ({ picture, ...(bell && { bell: bell.picture }) }),
  };
}
