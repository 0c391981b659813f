/** Waits before the first, second and third rebuild within `WINDOW`, in milliseconds. */
export const BACKOFF = [250, 1_500, 5_000] as const;
/** Time after which a rebuild no longer counts, in milliseconds. */
export const WINDOW = 600_000;

/** Remembers rebuilds and says how long to wait before the next. */
export interface Rebuilds {
  /** Milliseconds to wait, or null when there have been too many: give the tier up. */
  next(now: number): number | null;
}

/**
 * A device that dies three times in ten minutes will die again, and Chromium blocks WebGL for a page
 * whose GPU process crashes repeatedly.
 */
export function createRebuilds(waits: readonly number[] = BACKOFF): Rebuilds {
  let times: number[] = [];
  return {
    next(now) {
      times = times.filter((time) => now - time < WINDOW);
      const wait = waits[times.length];
      if (wait === undefined) return null;
      times.push(now);
      return wait;
    },
  };
}
