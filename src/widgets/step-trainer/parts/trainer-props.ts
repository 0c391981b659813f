import type { Conv2dResult } from "../../../compute/types";
import type { ViewProps } from "../../../widget-kit/define-widget";
import type { State } from "../schema";
import type { StepTrainerModel } from "../view-model";

export type TrainerProps = ViewProps<State, Conv2dResult, StepTrainerModel>;
