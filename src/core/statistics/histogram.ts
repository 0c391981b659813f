import { RequestError } from "../errors";

export interface HistogramOptions {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

export interface Histogram extends HistogramOptions {
  /** Numbers in each bin; the last one holds `to` itself. */
  readonly counts: Uint32Array;
  readonly below: number;
  readonly above: number;
  readonly nans: number;
}

/**
 * Counts numbers in bins of equal width; what lies outside is counted too, so nothing is lost.
 *
 * @throws {RequestError} a range that is empty or not finite, or bins that are not a whole number.
 */
export function histogram(
  values: ArrayLike<number>,
  { from, to, bins }: HistogramOptions,
): Histogram {
  if (!(to > from) || !Number.isFinite(to - from))
    throw new RequestError(`a histogram's range must go up, got ${from} to ${to}`);
  if (!Number.isInteger(bins) || bins < 1)
    throw new RequestError(`a histogram needs a whole number of bins, got ${bins}`);
  const counts = new Uint32Array(bins);
  let [below, above, nans] = [0, 0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value < from) below++;
    else if (value > to) above++;
    else if (Number.isNaN(value)) nans++;
    else counts[Math.min(Math.floor(((value - from) / (to - from)) * bins), bins - 1)]!++;
  }
  return { from, to, bins, counts, below, above, nans };
}
