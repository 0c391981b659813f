import type { Result } from "../../../compute/types";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { StackModel } from "../model";
import type { State } from "../state";

export type StackProps = ViewProps<State, Result, StackModel>;
