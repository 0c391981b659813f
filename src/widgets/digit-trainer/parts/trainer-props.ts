import type { SessionViewProps } from "../../../widget-kit/define-widget";
import type { TrainingSession } from "../../../widget-kit/session/training-session";
import type { TrainerResult } from "../derive";
import type { DigitTrainerState } from "../state";
import type { DigitTrainerModel, TrainerSession } from "../view-model";

export type TrainerProps = SessionViewProps<
  DigitTrainerState,
  TrainerResult,
  DigitTrainerModel,
  TrainerSession
>;

/** What settings get: nothing that changes while a run goes on, so they are drawn once. */
export interface SettingsProps {
  readonly state: DigitTrainerState;
  readonly set: TrainerProps["set"];
  readonly pinned: (field: keyof DigitTrainerState) => boolean;
}

/** What every other part of the figure gets. */
export interface PartProps {
  readonly model: DigitTrainerModel;
  readonly set: TrainerProps["set"];
  readonly pinned: (field: keyof DigitTrainerState) => boolean;
  /** `null` until the figure is alive. */
  readonly training: TrainingSession | null;
}
