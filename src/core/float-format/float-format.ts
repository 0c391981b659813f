/** Number formats of the book; `-flush` sets subnormal numbers to 0, as many GPUs do. */
export type FloatFormat =
  | "float64"
  | "float32"
  | "float32-flush"
  | "float16"
  | "float16-flush"
  | "bfloat16";

export interface FormatLimits {
  readonly exponentBits: number;
  /** Stored bits after the leading 1. */
  readonly fractionBits: number;
  /** Largest finite number. */
  readonly largest: number;
  /** Smallest number with all its digits. */
  readonly smallestNormal: number;
  /** Smallest number above 0. */
  readonly smallest: number;
  /** Distance from 1 to the next number. */
  readonly epsilon: number;
  /** Whether numbers below `smallestNormal` become 0. */
  readonly flushes: boolean;
}

function limits(exponentBits: number, fractionBits: number, flushes = false): FormatLimits {
  const bias = 2 ** (exponentBits - 1) - 1;
  const smallestNormal = 2 ** (1 - bias);
  return {
    exponentBits,
    fractionBits,
    largest: (2 - 2 ** -fractionBits) * 2 ** bias,
    smallestNormal,
    smallest: flushes ? smallestNormal : 2 ** (1 - bias - fractionBits),
    epsilon: 2 ** -fractionBits,
    flushes,
  };
}

/** Ranges and steps of every format. Source: IEEE 754-2019, table 3.5; bfloat16 as in TPUs. */
export const formatLimits: Readonly<Record<FloatFormat, FormatLimits>> = {
  float64: limits(11, 52),
  float32: limits(8, 23),
  "float32-flush": limits(8, 23, true),
  float16: limits(5, 10),
  "float16-flush": limits(5, 10, true),
  bfloat16: limits(8, 7),
};

export const floatFormats = Object.keys(formatLimits) as readonly FloatFormat[];

/** Power of two at or below |value|, for finite values other than 0. */
function binade(): (value: number) => number {
  const view = new DataView(new ArrayBuffer(8));
  return (value) => {
    view.setFloat64(0, value);
    const exponent = (view.getUint16(0) >>> 4) & 0x7ff;
    // Below 2⁻¹⁰²² the field says nothing; no narrower format reaches there.
    return exponent === 0 ? 2 ** -1022 : 2 ** (exponent - 1023);
  };
}

/** Whole number nearest to a value below 2⁵¹ in size; halves go to the even one. */
function nearestEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

function narrowing({ fractionBits, largest, smallestNormal }: FormatLimits): (x: number) => number {
  const binadeOf = binade();
  const share = 2 ** -fractionBits;
  return (value) => {
    if (value === 0 || !Number.isFinite(value)) return value;
    const step = Math.max(binadeOf(value), smallestNormal) * share;
    const rounded = nearestEven(value / step) * step;
    if (Math.abs(rounded) > largest) return value < 0 ? -Infinity : Infinity;
    return rounded === 0 && value < 0 ? -0 : rounded;
  };
}

/**
 * Rounds a float64 to a format: to the nearest number it has, halves to the even one, beyond the
 * largest to infinity; the flushing formats then set subnormals to 0 of the same sign. Rounding
 * happens once, straight from float64.
 */
export function rounding(format: FloatFormat): (value: number) => number {
  if (format === "float64") return (value) => value;
  const of = formatLimits[format];
  const round = of.fractionBits === 23 ? Math.fround : narrowing(of);
  if (!of.flushes) return round;
  return (value) => {
    const rounded = round(value);
    if (!(Math.abs(rounded) < of.smallestNormal)) return rounded;
    return value < 0 || Object.is(value, -0) ? -0 : 0;
  };
}
