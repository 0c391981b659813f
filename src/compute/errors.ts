import { ReceptiveError } from "../core/errors";

export { RequestError, ShapeMismatchError } from "../core/errors";

/** A request that would cost more memory or time than a page may take; says how much. */
export class BudgetError extends ReceptiveError {
  readonly code = "budget";
}

/** The device died while this was running and could not be brought back in time. */
export class DeviceLostError extends ReceptiveError {
  readonly code = "device-lost";
}

/** A lease used or released after it was released, or after its device was lost. */
export class ReleasedLeaseError extends ReceptiveError {
  readonly code = "released-lease";
}

/** The tier that serves has no way to do this. */
export class UnsupportedOpError extends ReceptiveError {
  readonly code = "unsupported-op";
}

/** A training run that this engine does not have: stopped, or gone with a worker that died. */
export class UnknownRunError extends ReceptiveError {
  readonly code = "unknown-run";
}

/** A newer request of the same lane took this one's place. */
export class SupersededError extends ReceptiveError {
  readonly code = "superseded";
}

/** Work asked of an engine that was disposed, or was under way when it was. */
export class DisposedError extends ReceptiveError {
  readonly code = "disposed";
}

/** A fault of the engine itself: nothing in the request is wrong. */
export class InternalError extends ReceptiveError {
  readonly code = "internal";
}
