import type { ConvGeometry } from "../../core/conv/geometry";
import type { PoolGeometry } from "../../core/pool/geometry";
import type { Request } from "../types";
import type { TrainingRequest } from "../training";
import type { FieldPlan } from "./receptive-field/plan";
import type { StackPlan } from "./conv-stack/plan";
import type { SignalPlan } from "./signal-chain/plan";
import type { NetCost } from "./training/cost";

/** The request of a job. */
export type RequestFor<J extends Request["job"]> = Extract<Request, { job: J }>;

/** What checking a request finds out and doing it needs; one entry a job. */
export interface Plans extends Record<TrainingRequest["job"], NetCost | null> {
  readonly activationMoments: null;
  readonly conv2d: ConvGeometry;
  readonly conv2dBackward: ConvGeometry;
  readonly render: ConvGeometry;
  readonly pool2d: PoolGeometry;
  readonly convStack: StackPlan;
  readonly signalChain: SignalPlan;
  readonly receptiveFieldMeasured: FieldPlan;
  readonly detection: null;
}

export type PlanOf<R extends Request> = Plans[R["job"]];
