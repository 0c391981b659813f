import type { DeviceRequest, Result, ResultOf } from "../types";
import type { PlanOf, Plans, RequestFor } from "./plan";

/**
 * Called by long work now and then: lets messages in and says that the work goes on, and perhaps
 * what it has come to so far.
 * @throws when the work is no longer wanted, or its device has died.
 */
export type Breathe = (part?: Result) => Promise<void>;

/**
 * How a tier does each job. A new job is a folder in `ops/`, a file in `jobs/` that turns request
 * into result over that op, and one entry here in every tier: the compiler asks for the missing ones.
 */
export type Jobs = {
  readonly [J in DeviceRequest["job"]]: (
    request: RequestFor<J>,
    plan: Plans[J],
    breathe: Breathe,
  ) => Promise<ResultOf<RequestFor<J>>>;
};

/** Does a checked request by its name. */
export function runJob<R extends DeviceRequest>(
  jobs: Jobs,
  request: R,
  plan: PlanOf<R>,
  breathe: Breathe = () => Promise.resolve(),
): Promise<ResultOf<R>> {
  const job = jobs[request.job] as (
    request: DeviceRequest,
    plan: PlanOf<DeviceRequest>,
    breathe: Breathe,
  ) => Promise<Result>;
  return job(request, plan, breathe) as Promise<ResultOf<R>>;
}
