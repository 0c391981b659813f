/** Changes that are applied at most once a frame, in the order in which they came. */
export interface FrameQueue<T> {
  add(change: T): void;
  /** Applies what waits, now. */
  flush(): void;
  /** Forgets what waits. */
  cancel(): void;
}

/** Milliseconds after which a frame that does not come, as in a hidden tab, is not waited for. */
const LONGEST = 250;

/**
 * The first change after a pause is applied at once, those that follow before the next frame are
 * applied together with it.
 * @param apply gets at least one change; within `add` for the first, in the frame for the rest
 */
export function createFrameQueue<T>(
  apply: (changes: readonly T[], inFrame: boolean) => void,
): FrameQueue<T> {
  let waiting: T[] = [];
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function take(inFrame: boolean) {
    const changes = waiting;
    waiting = [];
    if (changes.length > 0) apply(changes, inFrame);
  }

  function begin() {
    frame = requestAnimationFrame(next);
    timer = setTimeout(next, LONGEST);
  }

  function end() {
    if (frame !== null) cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = null;
  }

  function next() {
    end();
    if (waiting.length === 0) return;
    // Before the changes: what they set off may add the next one.
    begin();
    take(true);
  }

  return {
    add(change) {
      waiting.push(change);
      if (frame !== null) return;
      begin();
      take(false);
    },
    flush: () => take(true),
    cancel() {
      waiting = [];
      end();
    },
  };
}
