import type { ConvStackResult } from "../../../compute/types";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { ShrinkState } from "../state";
import type { ShrinkModel } from "../view-model";

/** Whether two states agree in the fields that a part shows. */
export const agree =
  (fields: readonly (keyof ShrinkState)[]) =>
  (a: PartProps, b: PartProps): boolean =>
    fields.every((field) => a.model.state[field] === b.model.state[field]) &&
    a.model.sideLimit.most === b.model.sideLimit.most &&
    a.pinned === b.pinned;

export type ShrinkProps = ViewProps<ShrinkState, ConvStackResult, ShrinkModel>;

/** What every part of the figure works with. */
export interface PartProps {
  readonly model: ShrinkModel;
  readonly set: ShrinkProps["set"];
  readonly pinned: (field: keyof ShrinkState) => boolean;
}
