import type { Tensor } from "../../core/tensor";
import type {
  RateSchedule,
  SetScore,
  StepDetail,
  StepReport,
  TrainSnapshot,
  TrainStartRequest,
} from "../../compute/training";
import type { OptimizerSpec } from "../../core/optim/optimizer";
import type { SessionData } from "../define-widget";

/** What makes a run this one and no other: whoever changes any of it begins a new run. */
export type TrainingPlan = Omit<TrainStartRequest, "job" | "optimizer" | "schedule" | "from">;

/** What may change from one step to the next. */
export interface TrainingSettings {
  readonly optimizer: OptimizerSpec;
  readonly schedule: RateSchedule;
}

/** What is looked at while the run goes on; looking changes nothing. */
export interface TrainingWatch {
  /** Paths of the layers whose gradients and updates are wanted. */
  readonly layers: readonly string[];
  /** Steps from one judgement to the next. */
  readonly scoreEvery: number;
  /** Sets that every judgement takes; at rest all of them are judged. */
  readonly sets: readonly string[];
  /** A picture whose feature maps are wanted. */
  readonly picture: Tensor | null;
}

/** The network judged after a step, one number of each a set. */
export interface ScoreMark {
  readonly step: number;
  readonly accuracy: Readonly<Record<string, number>>;
  readonly loss: Readonly<Record<string, number>>;
}

/** Settings that came into force after a step. */
export interface SettingsChange {
  readonly step: number;
  readonly settings: TrainingSettings;
}

/** The curves of a run that another has taken the place of. */
export interface PastRun {
  readonly reports: readonly StepReport[];
  readonly marks: readonly ScoreMark[];
  readonly stepsPerEpoch: number;
}

export type TrainingPhase =
  /** Nothing is drawn yet. */
  | "ready"
  /** Data and first weights are being drawn. */
  | "opening"
  | "running"
  | "paused"
  /** Wanted, and waiting until the figure is in sight again. */
  | "away"
  | "failed";

/** A run as far as it has come. Plain data; a new object after every change. */
export interface TrainingData extends SessionData {
  readonly phase: TrainingPhase;
  readonly step: number;
  /** The step at which it rests. */
  readonly goal: number;
  readonly stepsPerEpoch: number;
  readonly secondsLeft: number | null;
  /** Of the recorded steps, in order; long runs keep every other one of the older. */
  readonly reports: readonly StepReport[];
  readonly marks: readonly ScoreMark[];
  /** The last judgement in full, by set, and the step it was made at. */
  readonly scores: Readonly<Record<string, SetScore>>;
  readonly scoredAt: number;
  readonly first: TrainSnapshot | null;
  readonly snapshot: TrainSnapshot | null;
  /** Of the watched picture, by path of layer. */
  readonly featureMaps: Readonly<Record<string, Tensor>> | null;
  /** Of the last step of `snapshot`, the watched layers; `null` before the first step. */
  readonly detail: StepDetail | null;
  readonly changes: readonly SettingsChange[];
  readonly before: PastRun | null;
  /** How often the engine was lost and the run went on from its last snapshot. */
  readonly restarts: number;
  readonly error: Error | null;
}

export function freshData(before: PastRun | null): TrainingData {
  return {
    phase: "ready",
    step: 0,
    goal: 0,
    stepsPerEpoch: 0,
    secondsLeft: null,
    reports: [],
    marks: [],
    scores: {},
    scoredAt: -1,
    first: null,
    snapshot: null,
    featureMaps: null,
    detail: null,
    changes: [],
    before,
    restarts: 0,
    error: null,
    timed: null,
  };
}

/** Reports kept at most. */
const MOST = 4000;
/** The newest of them are never thinned out. */
const NEWEST = 1000;

/** More reports after others; too many thin out, every other one of the older. */
export function appended(
  reports: readonly StepReport[],
  more: readonly StepReport[],
): readonly StepReport[] {
  const all = [...reports, ...more];
  if (all.length <= MOST) return all;
  return all.filter((_, at) => at % 2 === 0 || at >= all.length - NEWEST);
}

/** A run's records as they were after a step. */
export function cutAt(data: TrainingData, step: number): TrainingData {
  const upTo = (record: { readonly step: number }) => record.step <= step;
  return {
    ...data,
    step,
    reports: data.reports.filter(upTo),
    marks: data.marks.filter(upTo),
    changes: data.changes.filter((change) => change.step < step || change.step === 0),
  };
}

/** The curves to keep when another run begins; `null` when there are none worth keeping. */
export function pastOf(data: TrainingData): PastRun | null {
  const { reports, marks, stepsPerEpoch, before } = data;
  return reports.length > 1 ? { reports, marks, stepsPerEpoch } : before;
}

/** Snapshots kept at most. */
const MOST_KEPT = 24;

/** Snapshots to go back to when the engine has lost its own: the first stays, the older thin out. */
export function kept(
  snapshots: readonly TrainSnapshot[],
  next: TrainSnapshot,
): readonly TrainSnapshot[] {
  const all = [...snapshots.filter(({ step }) => step < next.step), next];
  if (all.length <= MOST_KEPT) return all;
  return all.filter((_, at) => at % 2 === 0 || at === all.length - 1);
}
