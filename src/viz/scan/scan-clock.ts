/** Longest pause between two frames that still counts as playing time, in milliseconds. */
const longestGap = 250;

export interface ScanTick {
  /** Whole steps that are due. */
  readonly steps: number;
  /** From when the next tick counts, in milliseconds; the rest of a step is not lost. */
  readonly since: number;
}

/**
 * Steps due at `now` when playing since `since` with `speed` steps a second (both in
 * milliseconds). After a gap, as in a tab that was hidden, the scan goes on instead of jumping.
 */
export function scanTick(since: number, now: number, speed: number): ScanTick {
  const elapsed = now - since;
  const stepTime = 1000 / speed;
  if (elapsed > Math.max(longestGap, 2 * stepTime)) return { steps: 1, since: now };
  const steps = Math.max(0, Math.floor(elapsed / stepTime));
  return { steps, since: since + steps * stepTime };
}
