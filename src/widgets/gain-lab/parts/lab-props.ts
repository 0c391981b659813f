import type { ActivationMomentsResult } from "../../../compute/activation-moments";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { GainModel } from "../model";
import type { State } from "../schema";

export type LabProps = ViewProps<State, ActivationMomentsResult, GainModel>;

export const pinnedReason = "Fixed in this figure.";
