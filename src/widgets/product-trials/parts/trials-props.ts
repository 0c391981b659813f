import type { SignalChainResult } from "../../../compute/types";
import type { SessionViewProps } from "../../../widget-kit/define-widget";
import type { State } from "../schema";
import type { TrialSession } from "../trials";
import type { ProductTrialsModel } from "../view-model";

export type TrialsProps = SessionViewProps<
  State,
  SignalChainResult,
  ProductTrialsModel,
  TrialSession
>;
