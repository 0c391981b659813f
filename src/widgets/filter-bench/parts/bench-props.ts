import type { RenderResult } from "../../../compute/types";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { FilterBenchState } from "../state";
import type { FilterBenchModel } from "../view-model";

export type BenchProps = ViewProps<FilterBenchState, RenderResult, FilterBenchModel>;
export type SetBench = BenchProps["set"];

/** Why a control cannot be moved. */
export const pinnedReason = "Fixed in this figure.";
