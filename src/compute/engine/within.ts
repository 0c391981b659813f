/** What became of some work: its value, its error, or nothing within the time given. */
export type Outcome<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "error"; readonly error: unknown }
  | { readonly kind: "late" };

/** Waits for some work, but not longer than `milliseconds` (may be Infinity); never rejects. */
export function within<T>(work: Promise<T>, milliseconds: number): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const timer =
      milliseconds === Infinity
        ? undefined
        : setTimeout(() => resolve({ kind: "late" }), Math.max(milliseconds, 0));
    const settle = (outcome: Outcome<T>) => {
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
