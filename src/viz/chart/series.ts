/** Colours of series, by what they are; never by number. */
export type Tone = "main" | "second" | "third" | "quiet" | "mark";

interface Named {
  /** In the legend and in the read-out. */
  readonly name: string;
  readonly tone?: Tone | undefined;
}

/** A curve through `(x[i], y[i])`, x rising; values that are no numbers are drawn at the edges. */
export interface LineSeries extends Named {
  /** `theory` is dashed. */
  readonly kind: "line" | "theory";
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Written at the right end; default: nothing. */
  readonly label?: string | undefined;
}

/** Many faint curves over the same x. */
export interface RunsSeries extends Named {
  readonly kind: "runs";
  readonly x: ArrayLike<number>;
  readonly runs: readonly ArrayLike<number>[];
}

/** The area between two curves, such as two quantiles. */
export interface BandSeries extends Named {
  readonly kind: "band";
  readonly x: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** Single dots. */
export interface PointSeries extends Named {
  readonly kind: "points";
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly label?: string | undefined;
}

export type ChartSeries = LineSeries | RunsSeries | BandSeries | PointSeries;

/** A labelled line right across: at a height (`y`) or at a place (`x`). */
export interface ChartLimit {
  readonly at: "x" | "y";
  readonly value: number;
  readonly label: string;
  readonly tone?: Tone | undefined;
}

/** Every y of a series, in any order. */
export function valuesOf(series: ChartSeries): readonly ArrayLike<number>[] {
  switch (series.kind) {
    case "runs":
      return series.runs;
    case "band":
      return [series.low, series.high];
    default:
      return [series.y];
  }
}

/** The value a curve has nearest to a place; NaN for an empty one. */
export function valueNear({ x, y }: Pick<LineSeries, "x" | "y">, at: number): number {
  return y[nearest(x, at)] ?? Number.NaN;
}

/** Index of the entry of rising numbers that is nearest; −1 of none. */
export function nearest(rising: ArrayLike<number>, at: number): number {
  if (rising.length === 0) return -1;
  let [low, high] = [0, rising.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rising[middle]! <= at) low = middle;
    else high = middle;
  }
  return Math.abs(rising[high]! - at) < Math.abs(rising[low]! - at) ? high : low;
}
