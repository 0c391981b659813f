import type { ActivationMomentsRequest } from "../../activation-moments";
import { RequestError } from "../../errors";
import { requireActivation } from "../require-activation";

/**
 * Refuses numbers out of range.
 *
 * @throws {RequestError} which names the field.
 * @throws {ParseError} a typed formula that is none.
 */
export function checkActivationMoments(request: ActivationMomentsRequest): null {
  const { activation, gain, inputSecondMoment, depth } = request;
  requireActivation(activation);
  if (gain !== "derived" && !(gain > 0 && gain <= 100))
    throw new RequestError(`the gain must be above 0 and at most 100, got ${gain}`);
  if (!(inputSecondMoment > 0 && inputSecondMoment < Infinity))
    throw new RequestError(`the input's mean square must be above 0, got ${inputSecondMoment}`);
  if (!Number.isInteger(depth) || depth < 1 || depth > 100)
    throw new RequestError(`depth must be a whole number from 1 to 100, got ${depth}`);
  return null;
}
