import type { MatchedPeak } from "./peaks";

/** What a detector found at one threshold. */
export interface OperatingPoint {
  /** Peaks from this value on count as found; ∞ where none should. */
  readonly threshold: number;
  readonly hits: number;
  readonly falseAlarms: number;
}

/** Hits and false alarms among the peaks of at least `threshold`; peaks strongest first. */
export function operatingPoint(peaks: readonly MatchedPeak[], threshold: number): OperatingPoint {
  const found = peaks.filter(({ value }) => value >= threshold);
  const hits = found.filter(({ object }) => object !== null).length;
  return { threshold, hits, falseAlarms: found.length - hits };
}

/** Every operating point there is, from the highest threshold down; the first finds nothing. */
export function operatingPoints(peaks: readonly MatchedPeak[]): readonly OperatingPoint[] {
  let [hits, falseAlarms] = [0, 0];
  const points: OperatingPoint[] = [{ threshold: Infinity, hits, falseAlarms }];
  peaks.forEach(({ value, object }, at) => {
    if (object === null) falseAlarms++;
    else hits++;
    // Equal peaks pass together.
    if (peaks[at + 1]?.value !== value) points.push({ threshold: value, hits, falseAlarms });
  });
  return points;
}

/** The point where hits minus false alarms is largest; of equal ones the highest threshold. */
export function bestOperatingPoint(peaks: readonly MatchedPeak[]): OperatingPoint {
  const worth = ({ hits, falseAlarms }: OperatingPoint) => hits - falseAlarms;
  return operatingPoints(peaks).reduce((best, point) =>
    worth(point) > worth(best) ? point : best,
  );
}
