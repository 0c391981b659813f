/** Waits before the first, second and third rebuild within `WINDOW`, in milliseconds. */
export const BACKOFF = [250, 1_500, 5_000] as const;
/** Time after which a rebuild no longer counts, in milliseconds. */
export const WINDOW = 600_000;

/** A third loss within this time is one of a row, and no rebuild follows, in milliseconds. */
export const ROW = 60_000;

/** Remembers rebuilds and says how long to wait before the next. */
export interface Rebuilds {
  /** Milliseconds to wait, or null when there have been too many: give the tier up. */
  next(now: number): number | null;
}

/**
 * A device that dies three times in a row, or a fourth time in ten minutes, will die again, and
 * Chromium blocks WebGL for a page whose GPU process crashes repeatedly. `row` 0 counts no rows.
 */
export function createRebuilds(waits: readonly number[] = BACKOFF, row = ROW): Rebuilds {
  let times: number[] = [];
  return {
    next(now) {
      times = times.filter((time) => now - time < WINDOW);
      const wait = waits[times.length];
      const lastButOne = times.at(-2) ?? -Infinity;
      if (wait === undefined || now - lastButOne < row) return null;
      times.push(now);
      return wait;
    },
  };
}
