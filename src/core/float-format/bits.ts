import { RequestError } from "../errors";
import { formatLimits, rounding, type FloatFormat } from "./float-format";

/** A number as it lies in memory. */
export interface FloatBits {
  readonly sign: 0 | 1;
  /** Biased exponent field; 0 for zero and subnormals, all ones for infinity and NaN. */
  readonly exponent: number;
  /** Fraction field as a whole number. */
  readonly fraction: number;
}

/** Sign, exponent and fraction fields of a value after rounding it to a format. */
export function bitsOf(format: FloatFormat, value: number): FloatBits {
  const { exponentBits, fractionBits, smallestNormal } = formatLimits[format];
  const rounded = rounding(format)(value);
  const sign = Object.is(rounded, -0) || rounded < 0 ? 1 : 0;
  const ones = 2 ** exponentBits - 1;
  if (Number.isNaN(rounded)) return { sign: 0, exponent: ones, fraction: 2 ** (fractionBits - 1) };
  const size = Math.abs(rounded);
  if (size === Infinity) return { sign, exponent: ones, fraction: 0 };
  if (size < smallestNormal)
    return { sign, exponent: 0, fraction: (size / smallestNormal) * 2 ** fractionBits };
  let power = Math.floor(Math.log2(size));
  if (2 ** power > size) power--;
  else if (2 ** (power + 1) <= size) power++;
  const bias = 2 ** (exponentBits - 1) - 1;
  return { sign, exponent: power + bias, fraction: (size / 2 ** power - 1) * 2 ** fractionBits };
}

/** The number that fields spell. */
export function valueOf(format: FloatFormat, { sign, exponent, fraction }: FloatBits): number {
  const { exponentBits, fractionBits, smallestNormal, flushes } = formatLimits[format];
  const ones = 2 ** exponentBits - 1;
  const side = sign === 1 ? -1 : 1;
  if (exponent === ones) return fraction === 0 ? side * Infinity : Number.NaN;
  const share = fraction / 2 ** fractionBits;
  if (exponent === 0) return side * (flushes ? 0 : share * smallestNormal);
  return side * (1 + share) * 2 ** (exponent - (2 ** (exponentBits - 1) - 1));
}

/**
 * The next number of a format above (`direction` 1) or below (−1) a value rounded to it; infinity
 * past the largest.
 *
 * @throws {RequestError} for NaN, which has no neighbours.
 */
export function neighbour(format: FloatFormat, value: number, direction: 1 | -1): number {
  const from = rounding(format)(value);
  if (Number.isNaN(from)) throw new RequestError("NaN has no neighbours");
  if (from === direction * Infinity) return from;
  const { fractionBits, smallest } = formatLimits[format];
  if (from === 0) return direction * smallest;
  const { sign, exponent, fraction } = bitsOf(format, from);
  // The fields of one sign count up in size, the fraction carrying into the exponent.
  const away = (sign === 0) === (direction === 1);
  const count = fraction + (away ? 1 : -1);
  const full = 2 ** fractionBits;
  if (count < 0) return valueOf(format, { sign, exponent: exponent - 1, fraction: full - 1 });
  if (count === full) return valueOf(format, { sign, exponent: exponent + 1, fraction: 0 });
  return valueOf(format, { sign, exponent, fraction: count });
}
