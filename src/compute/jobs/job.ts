import type { ConvGeometry } from "../../core/conv/geometry";
import type { Request, Result, ResultOf } from "../types";

/** What one job takes and gives. */
type RequestFor<J extends Request["job"]> = Extract<Request, { job: J }>;

/**
 * How a tier does each job. A new job is a folder in `ops/`, a file in `jobs/` that turns request
 * into result over that op, and one entry here in every tier: the compiler asks for the missing ones.
 */
export type Jobs = {
  readonly [J in Request["job"]]: (
    request: RequestFor<J>,
    geometry: ConvGeometry,
  ) => Promise<ResultOf<RequestFor<J>>>;
};

/** Does a checked request by its name. */
export function runJob<R extends Request>(
  jobs: Jobs,
  request: R,
  geometry: ConvGeometry,
): Promise<ResultOf<R>> {
  const job = jobs[request.job] as (request: Request, geometry: ConvGeometry) => Promise<Result>;
  return job(request, geometry) as Promise<ResultOf<R>>;
}
