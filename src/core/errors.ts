/** Base of every error the book raises on purpose; `code` is stable and may be shown or linked. */
export abstract class ReceptiveError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** Shapes that do not fit together; the message names the axis and both sizes. */
export class ShapeMismatchError extends ReceptiveError {
  readonly code = "shape-mismatch";
}

/** A request that is malformed or outside the declared range of a field. */
export class RequestError extends ReceptiveError {
  readonly code = "request";
}
