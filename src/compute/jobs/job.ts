import type { Request, Result, ResultOf } from "../types";
import type { PlanOf, Plans, RequestFor } from "./plan";

/**
 * How a tier does each job. A new job is a folder in `ops/`, a file in `jobs/` that turns request
 * into result over that op, and one entry here in every tier: the compiler asks for the missing ones.
 */
export type Jobs = {
  readonly [J in Request["job"]]: (
    request: RequestFor<J>,
    plan: Plans[J],
  ) => Promise<ResultOf<RequestFor<J>>>;
};

/** Does a checked request by its name. */
export function runJob<R extends Request>(
  jobs: Jobs,
  request: R,
  plan: PlanOf<R>,
): Promise<ResultOf<R>> {
  const job = jobs[request.job] as (request: Request, plan: PlanOf<Request>) => Promise<Result>;
  return job(request, plan) as Promise<ResultOf<R>>;
}
