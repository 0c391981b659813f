export interface PaceOptions {
  /** Milliseconds from the first call of a burst to its run. */
  readonly delay: number;
  /** Milliseconds between two runs, at least. */
  readonly interval: number;
}

/** Runs the newest of many calls, seldom; the last one always runs. */
export interface Pace<T> {
  call(value: T): void;
  /** Runs what waits, now. */
  flush(): void;
  /** Forgets what waits. */
  cancel(): void;
}

export function createPace<T>(run: (value: T) => void, options: PaceOptions): Pace<T> {
  let waiting: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    last = performance.now();
    run(value);
  }

  return {
    call(value) {
      waiting = { value };
      const wait = Math.max(options.delay, last + options.interval - performance.now());
      timer ??= setTimeout(flush, wait);
    },
    flush,
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      waiting = null;
    },
  };
}
