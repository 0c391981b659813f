import type { Fields } from "./codec";

/** Turns the raw fields of an older link into those of the next version. */
export type Migration = (raw: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;

export interface SchemaDefinition<S extends object> {
  /** Raised when a link written before would mean something else now. */
  readonly version: number;
  readonly fields: Fields<S>;
  /** Cross-field rules: the nearest legal state. Pure and idempotent. */
  readonly repair?: (state: S) => S;
  /** `migrate[n]` lifts version n to n + 1. */
  readonly migrate?: Readonly<Record<number, Migration>>;
}

export interface ParsedState<S> {
  readonly state: S;
  /** One sentence for each thing in the link that was not taken as written; empty when all was. */
  readonly notes: readonly string[];
}

/** A widget's whole state as one short text, and back. Implemented by `defineSchema`. */
export interface Schema<S extends object> extends SchemaDefinition<S> {
  readonly defaults: S;
  /** Never throws; over 8 kB or unreadable text gives `fallback` with a note. */
  parse(text: string, fallback?: S): ParsedState<S>;
  /** Fields equal to `base` (the author's initial state) are left out; version first. */
  serialize(state: S, base?: S): string;
}
