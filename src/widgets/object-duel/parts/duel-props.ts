import type { DetectionResult } from "../../../compute/types";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { DuelState } from "../state";
import type { DuelModel } from "../view-model";

export type DuelProps = ViewProps<DuelState, DetectionResult, DuelModel>;

/** How a control is held where the author has pinned its field. */
export function held({ pinned }: DuelProps, ...fields: readonly (keyof DuelState)[]) {
  return {
    disabled: fields.some((field) => pinned.has(field)),
    reason: "This figure holds it still.",
  };
}
