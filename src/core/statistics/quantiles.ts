import { RequestError } from "../errors";

/**
 * Values below which the given shares of the numbers lie, interpolated linearly between neighbours,
 * as NumPy does by default. NaN is left out; of no numbers every quantile is NaN.
 *
 * @throws {RequestError} a share outside [0, 1].
 */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return shares.map((share) => {
    if (!(share >= 0 && share <= 1))
      throw new RequestError(`a quantile's share must be between 0 and 1, got ${share}`);
    if (sorted.length === 0) return Number.NaN;
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    const high = sorted[Math.ceil(place)]!;
    // Between two infinities there is nothing to interpolate.
    return low === high ? low : low + (high - low) * (place - Math.floor(place));
  });
}

/** The middle value. */
export function median(values: ArrayLike<number>): number {
  return quantiles(values, [0.5])[0]!;
}
