/** What became of some work: its value, its error, or nothing within the time given. */
export type Outcome<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "error"; readonly error: unknown }
  | { readonly kind: "late" };

/**
 * Waits for some work, but not longer than `milliseconds` (may be Infinity); never rejects. `signs`
 * gets a call-back that starts the time anew, for work that shows signs of life.
 */
export function within<T>(
  work: Promise<T>,
  milliseconds: number,
  signs?: (again: () => void) => void,
): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let settled = false;
    const start = () => {
      clearTimeout(timer);
      if (milliseconds === Infinity || settled) return;
      timer = setTimeout(() => resolve({ kind: "late" }), Math.max(milliseconds, 0));
    };
    start();
    signs?.(start);
    const settle = (outcome: Outcome<T>) => {
      settled = true;
      clearTimeout(timer);
      resolve(outcome);
    };
    work.then(
      (value) => settle({ kind: "value", value }),
      (error: unknown) => settle({ kind: "error", error }),
    );
  });
}

/** A pause, in milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
