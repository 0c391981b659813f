/** A number (or a short list of them) that the prose quotes: computed, never typed. */
export interface Fact {
  /** As printed, thousands with commas, true minus sign. */
  readonly text: string;
  /** Where it comes from: the formula in plain text, or the runs it was measured in. */
  readonly source: string;
}

/** Declares a fact; the value is computed when its text is first read, and once. */
export function fact<V>(source: string, value: () => V, format: (value: V) => string): Fact {
  let text: string | undefined;
  return {
    source,
    get text() {
      return (text ??= format(value()));
    },
  };
}
