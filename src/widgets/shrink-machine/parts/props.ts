import type { ConvStackResult } from "../../../compute/types";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { ShrinkState } from "../state";
import type { ShrinkModel } from "../view-model";

export type ShrinkProps = ViewProps<ShrinkState, ConvStackResult, ShrinkModel>;

/** What every part of the figure works with. */
export interface PartProps {
  readonly model: ShrinkModel;
  readonly set: ShrinkProps["set"];
  readonly pinned: (field: keyof ShrinkState) => boolean;
}
