/**
 * One field of a widget's state as it travels in a link.
 *
 * Laws, tested for every field of every widget: `parse(serialize(x))` equals `x`; `parse` of any
 * text answers within the declared range or `null` and never throws.
 */
export interface Codec<T> {
  readonly default: T;
  /** The value a link's text means: clamped into range where that is natural, else `null`. */
  parse(text: string): T | null;
  /** Text for the link; uses letters, digits and `- _ . ~ * ! ' ( ) ,` only where it can. */
  serialize(value: T): string;
  equals(a: T, b: T): boolean;
  /**
   * Whether `value` is what `text` says; false where `parse` had to clamp it. Without this, a text
   * is taken as written whenever `parse` accepts it.
   */
  exact?(text: string, value: T): boolean;
}

/** The record of codecs that makes a state type. */
export type Fields<S> = { readonly [K in keyof S]: Codec<S[K]> };
