import type { SignalChainResult } from "../../../compute/types";
import type { SessionViewProps } from "../../../widget-kit/define-widget";
import type { State } from "../state";
import type { Look, RaceModel } from "../view-model";

export type RaceProps = SessionViewProps<State, SignalChainResult, RaceModel, Look>;
