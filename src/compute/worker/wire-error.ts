import { ReceptiveError } from "../../core/errors";
import {
  BudgetError,
  DeviceLostError,
  DisposedError,
  InternalError,
  ReleasedLeaseError,
  RequestError,
  ShapeMismatchError,
  SupersededError,
  UnknownRunError,
  UnsupportedOpError,
} from "../errors";

/** An error as it crosses the border; structured cloning would lose its class. */
export interface WireError {
  readonly code: string;
  readonly message: string;
}

const classes: Readonly<Record<string, new (message: string) => ReceptiveError>> = {
  budget: BudgetError,
  "device-lost": DeviceLostError,
  disposed: DisposedError,
  "released-lease": ReleasedLeaseError,
  request: RequestError,
  "shape-mismatch": ShapeMismatchError,
  superseded: SupersededError,
  "unknown-run": UnknownRunError,
  "unsupported-op": UnsupportedOpError,
};

/** Any thrown value as plain data; one that is not the book's own becomes code `internal`. */
export function packError(error: unknown): WireError {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof ReceptiveError ? error.code : "internal", message };
}

/** The error with its class and code again. */
export function unpackError({ code, message }: WireError): ReceptiveError {
  return new (classes[code] ?? InternalError)(message);
}
