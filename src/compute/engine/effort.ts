import type { Breathe } from "../jobs/job";
import { DeviceLostError } from "../errors";
import type { Result } from "../types";

/** One request that an engine was asked to do. */
export interface Effort {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Tells the asker that work goes on, and what it has come to. */
  alive(part?: Result): void;
}

/** One attempt at a request on one device. */
export interface Attempt {
  readonly breathe: Breathe;
  /** Given the call-back that starts the attempt's time anew. */
  signs(again: () => void): void;
  /** Ends the attempt: its next breath is its last. */
  end(): void;
}

/** An attempt that lets the event loop turn at every breath and stops when called off. */
export function createAttempt(
  { signal, alive }: Effort,
  turn: (callBack: () => void) => void,
): Attempt {
  let again: (() => void) | null = null;
  let ended = false;
  return {
    async breathe(part) {
      await new Promise<void>(turn);
      signal.throwIfAborted();
      if (ended) throw new DeviceLostError("the device was lost");
      again?.();
      alive(part);
    },
    signs: (callBack) => void (again = callBack),
    end: () => void (ended = true),
  };
}
