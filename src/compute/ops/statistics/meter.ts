import { summary } from "../../../core/statistics/summary";

/** What a layer of numbers `[units, columns]` amounts to; counts as shares between 0 and 1. */
export interface LayerMeasures {
  /** log₁₀ of the root mean square; −∞ for zeros. */
  readonly logRms: number;
  readonly mean: number;
  /** Unbiased. */
  readonly deviation: number;
  /** Largest size of a finite number; 0 when there is none. */
  readonly largest: number;
  readonly zero: number;
  readonly subnormal: number;
  readonly infinite: number;
  readonly nan: number;
  /** Numbers whose slope is below 0.01 in size. */
  readonly saturated: number;
  /** Units whose numbers and slopes are all 0. */
  readonly dead: number;
}

/** Measures one layer at a time. */
export interface Meter {
  measure(
    x: Float64Array,
    slopes: Float64Array,
    columns: number,
    smallestNormal: number,
  ): LayerMeasures;
}

/** Sums over a layer: what one pass finds. */
export interface Tally {
  readonly sum: number;
  readonly squares: number;
  readonly largest: number;
  readonly zero: number;
  readonly subnormal: number;
  readonly infinite: number;
  readonly nan: number;
  readonly flat: number;
}

/** Squares of sizes up to this and down to its inverse stay within float64, summed a million times. */
const SQUARABLE = 1e100;

/**
 * Measures from a tally. Numbers whose squares leave float64 are measured by core's scaled sums.
 * `spread` gives the sum of squared distances from a mean.
 */
export function measuresOf(
  x: Float64Array,
  tally: Tally,
  dead: number,
  smallestNormal: number,
  spread: (mean: number) => number,
): LayerMeasures {
  const count = x.length;
  const { largest } = tally;
  const shares = {
    largest,
    zero: tally.zero / count,
    subnormal: tally.subnormal / count,
    infinite: tally.infinite / count,
    nan: tally.nan / count,
    saturated: tally.flat / count,
    dead,
  };
  const finite = tally.infinite + tally.nan === 0;
  if (finite && (largest === 0 || (largest < SQUARABLE && largest > 1 / SQUARABLE))) {
    const mean = tally.sum / count;
    const deviation = Math.sqrt(spread(mean) / (count - 1));
    return { logRms: Math.log10(tally.squares / count) / 2, mean, deviation, ...shares };
  }
  const { logRms, mean, deviation } = summary(x, smallestNormal);
  return { logRms, mean, deviation, ...shares };
}

/** Share of units that give 0 on slopes of 0 in every column. */
export function deadShare(x: Float64Array, slopes: Float64Array, columns: number): number {
  let count = 0;
  for (let first = 0; first < x.length; first += columns) {
    let at = first;
    while (at < first + columns && x[at] === 0 && slopes[at] === 0) at++;
    if (at === first + columns) count++;
  }
  return (count * columns) / x.length;
}
