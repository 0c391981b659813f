import type { Codec } from "../codec";
import { formatDecimal, parseDecimal } from "./decimal";

export interface FloatOptions {
  readonly min: number;
  readonly max: number;
  /** Decimal places that count, 0 to 12; two values that agree in them are equal. */
  readonly digits: number;
  readonly default: number;
}

/** A number with a fixed count of decimals; beyond the ends it is clamped. */
export function float({ min, max, digits, default: usual }: FloatOptions): Codec<number> {
  const rounded = (value: number) =>
    Math.min(Math.max(Number(value.toFixed(digits)), min), max) + 0;
  return {
    default: usual,
    parse(text) {
      const value = parseDecimal(text);
      return value === null ? null : rounded(value);
    },
    serialize: (value) => formatDecimal(rounded(value)),
    equals: (a, b) => rounded(a) === rounded(b),
    exact: (text, value) => Math.abs(Number(text) - value) <= 10 ** -digits,
  };
}
