import type { ConvGeometry } from "../../core/conv/geometry";
import type { Request } from "../types";

/** The request of a job. */
export type RequestFor<J extends Request["job"]> = Extract<Request, { job: J }>;

/** What checking a request finds out and doing it needs; one entry a job. */
export interface Plans {
  readonly conv2d: ConvGeometry;
  readonly render: ConvGeometry;
}

export type PlanOf<R extends Request> = Plans[R["job"]];
