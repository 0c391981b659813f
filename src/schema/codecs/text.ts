import type { Codec } from "../codec";

export interface TextOptions {
  /** Most characters (code points). */
  readonly max: number;
  readonly default?: string;
}

/** Control and direction characters that a reader cannot see but a page would obey. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

function clean(text: string, max: number): string {
  return [...text.replace(unseen, "")].slice(0, max).join("");
}

/** Free text, without characters that cannot be seen; what is too long is cut. */
export function text({ max, default: usual = "" }: TextOptions): Codec<string> {
  return {
    default: usual,
    parse: (raw) => clean(raw, max),
    serialize: (value) => clean(value, max),
    equals: (a, b) => clean(a, max) === clean(b, max),
    exact: (raw, value) => raw === value,
  };
}
