import type { Codec } from "../codec";
import { formatDecimal, parseDecimal } from "./decimal";

export interface IntOptions {
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** A whole number; beyond the ends it is clamped, a fraction is refused. */
export function int({ min, max, default: usual }: IntOptions): Codec<number> {
  return {
    default: usual,
    parse(text) {
      const value = parseDecimal(text);
      return value === null || !Number.isInteger(value)
        ? null
        : Math.min(Math.max(value, min), max) + 0;
    },
    serialize: formatDecimal,
    equals: (a, b) => a === b,
    exact: (text, value) => Number(text) === value,
  };
}

/** A seed of the random numbers: any whole number that 32 bits hold. */
export function seed(usual = 1): Codec<number> {
  return int({ min: 0, max: 2 ** 32 - 1, default: usual });
}
