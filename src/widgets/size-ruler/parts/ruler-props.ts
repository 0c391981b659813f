import type { Result } from "../../../compute/types";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { RulerModel } from "../model";
import type { State } from "../schema";

export type RulerProps = ViewProps<State, Result, RulerModel>;
export type PartProps = Pick<RulerProps, "model" | "set">;

/** Cells on one ruler up to which every cell has its number. */
export const NUMBERED = 24;
