import { geometryOf } from "../../core/conv/conv2d";
import { convCost } from "../../core/conv/cost";
import type { Request } from "../types";
import { STAND_IN_MACS } from "./limits";

/** Whether plain loops can do a checked request while the reader waits for a better device. */
export function isLight(request: Request): boolean {
  const spec = request.job === "conv2d" ? request : request.job === "render" ? request.conv : null;
  if (!spec) return false;
  const geometry = geometryOf(spec);
  return geometry.batch * convCost(geometry, false).macs <= STAND_IN_MACS;
}
