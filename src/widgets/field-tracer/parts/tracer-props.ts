import type { ReceptiveFieldResult } from "../../../compute/receptive-field";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { FieldTracerState } from "../state";
import type { FieldTracerModel } from "../view-model";

export type TracerProps = ViewProps<FieldTracerState, ReceptiveFieldResult, FieldTracerModel>;

export interface PartProps {
  readonly model: FieldTracerModel;
  readonly set: TracerProps["set"];
  readonly pinned: (field: keyof FieldTracerState) => boolean;
}

export const pinnedReason = "This is fixed in this figure.";
