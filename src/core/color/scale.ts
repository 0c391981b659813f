/** How numbers become colours. Non-finite values are always hatched, never clamped. */
export type ColorScale =
  /** Diverging, zero in the middle; ±limit are the ends, `"auto"` = largest finite magnitude. */
  | { readonly kind: "signed"; readonly limit: number | "auto" }
  /** Grey from low to high, clipped at both ends as an image file would be. */
  | { readonly kind: "clip"; readonly low: number; readonly high: number }
  /** One colour plane of a picture in [0, 1], tinted red, green, blue or left grey. */
  | { readonly kind: "plane"; readonly tint: Tint }
  /** Three channels of [0, 1] as a colour picture (one channel: grey). */
  | { readonly kind: "picture" }
  /** From 0 (background) to limit in one hue; for magnitudes. */
  | { readonly kind: "sequential"; readonly limit: number | "auto" }
  /** Hue from the direction, strength from the magnitude; for two planes, x and y. */
  | { readonly kind: "angle"; readonly limit: number | "auto" };

export type Tint = "red" | "green" | "blue" | "grey";

/** What a plane holds, counted over all its cells; `min`/`max` over finite ones (0, 0 if none). */
export interface PlaneRange {
  readonly min: number;
  readonly max: number;
  readonly nan: number;
  readonly positiveInfinity: number;
  readonly negativeInfinity: number;
  /** The first cell, row by row, of the largest finite magnitude; −1 if nothing is finite. */
  readonly peakAt: number;
}

/** Minimum, maximum, peak and the non-finite counts of some numbers, one pass. */
export function rangeOf(values: ArrayLike<number>): PlaneRange {
  let min = Infinity;
  let max = -Infinity;
  let nan = 0;
  let positiveInfinity = 0;
  let negativeInfinity = 0;
  let peak = -1;
  let peakAt = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value - value === 0) {
      if (value < min) min = value;
      if (value > max) max = value;
      if (Math.abs(value) > peak) {
        peak = Math.abs(value);
        peakAt = i;
      }
    } else if (value === Infinity) positiveInfinity++;
    else if (value === -Infinity) negativeInfinity++;
    else nan++;
  }
  if (min > max) min = max = 0;
  return { min, max, nan, positiveInfinity, negativeInfinity, peakAt };
}

/** The range of several planes taken together, one at least; its peak is the highest of theirs. */
export function joinRanges(ranges: readonly PlaneRange[]): PlaneRange {
  const total = (pick: (range: PlaneRange) => number) =>
    ranges.reduce((sum, range) => sum + pick(range), 0);
  const finite = ranges.filter(({ peakAt }) => peakAt >= 0);
  const peaks = finite.map(magnitude);
  return {
    min: Math.min(...ranges.map((range) => range.min)),
    max: Math.max(...ranges.map((range) => range.max)),
    nan: total((range) => range.nan),
    positiveInfinity: total((range) => range.positiveInfinity),
    negativeInfinity: total((range) => range.negativeInfinity),
    peakAt: finite[peaks.indexOf(Math.max(...peaks))]?.peakAt ?? -1,
  };
}

const magnitude = ({ min, max }: PlaneRange) => Math.max(Math.abs(min), Math.abs(max));

/**
 * The number at the strong end of a scale: what was asked, or for `"auto"` the largest finite
 * magnitude of the range; never 0, so that a plane of zeros shows as zeros.
 */
export function resolveLimit(scale: ColorScale, range: PlaneRange): number {
  if (scale.kind === "clip") return scale.high;
  if (scale.kind === "plane" || scale.kind === "picture") return 1;
  if (scale.limit !== "auto") return scale.limit;
  return magnitude(range) || 1;
}
