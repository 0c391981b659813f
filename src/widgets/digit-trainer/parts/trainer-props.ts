import type { TrainPreviewResult } from "../../../compute/training";
import type { SessionViewProps } from "../../../widget-kit/define-widget";
import type { TrainingSession } from "../../../widget-kit/session/training-session";
import type { DigitTrainerState } from "../state";
import type { DigitTrainerModel, TrainerSession } from "../view-model";

export type TrainerProps = SessionViewProps<
  DigitTrainerState,
  TrainPreviewResult,
  DigitTrainerModel,
  TrainerSession
>;

/** What every part of the figure gets. */
export interface PartProps {
  readonly model: DigitTrainerModel;
  readonly set: TrainerProps["set"];
  readonly pinned: (field: keyof DigitTrainerState) => boolean;
  /** `null` until the figure is alive. */
  readonly training: TrainingSession | null;
}
