import { formatNumber } from "../core/format/number";
import { parseNumber } from "../core/format/parse-number";
import { isWhole, type NumberRange } from "./number-range";

export type TypedNumber =
  | { readonly kind: "value"; readonly value: number }
  /** The beginning of a number: not wrong yet, worth a word only when the reader stops there. */
  | { readonly kind: "unfinished"; readonly reason: string }
  | { readonly kind: "bad"; readonly reason: string };

const beginning = /^[+\-\u2212\u2013]?(?:\d*[.,]?\d*(?:e[+-]?)?|\d+\/)$/i;

/** What a reader typed into a number field of this range; a reason is one sentence. */
export function readNumber(text: string, range: NumberRange): TypedNumber {
  const parsed = parseNumber(text);
  if (!parsed.ok) {
    const kind = beginning.test(text.trim()) ? "unfinished" : "bad";
    return { kind, reason: parsed.reason };
  }
  const { value } = parsed;
  if (isWhole(range) && !Number.isInteger(value))
    return { kind: "bad", reason: "Only whole numbers fit here." };
  if (value < range.min || value > range.max) return { kind: "bad", reason: outside(range) };
  return { kind: "value", value };
}

function outside({ min, max }: NumberRange): string {
  if (min === -Infinity) return `Must be at most ${formatNumber(max)}.`;
  if (max === Infinity) return `Must be at least ${formatNumber(min)}.`;
  return `Must be from ${formatNumber(min)} to ${formatNumber(max)}.`;
}
