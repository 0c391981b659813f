import { BATCH_NORM_EPSILON } from "../../../core/norm/batch-norm";

/** Normalised rows, with what the way back needs. */
export interface Normalised {
  readonly values: Float64Array;
  /** 1/√(variance + ε), a number a unit. */
  readonly slopes: Float64Array;
}

/** Batch normalisation of every unit over its columns, gamma 1 and beta 0: `[units, columns]`. */
export function normaliseUnits(z: Float64Array, columns: number): Normalised {
  const values = new Float64Array(z.length);
  const slopes = new Float64Array(z.length / columns);
  for (let unit = 0; unit < slopes.length; unit++) {
    const first = unit * columns;
    let mean = 0;
    for (let at = first; at < first + columns; at++) mean += z[at]! / columns;
    let variance = 0;
    for (let at = first; at < first + columns; at++) variance += (z[at]! - mean) ** 2 / columns;
    const slope = 1 / Math.sqrt(variance + BATCH_NORM_EPSILON);
    slopes[unit] = slope;
    for (let at = first; at < first + columns; at++) values[at] = (z[at]! - mean) * slope;
  }
  return { values, slopes };
}

/**
 * Gradient by the rows before normalisation: `slope · (g − mean(g) − v · mean(g · v))`.
 * Source: Ioffe & Szegedy 2015, §3.
 */
export function normaliseBackward(
  { values, slopes }: Normalised,
  g: Float64Array,
  columns: number,
): Float64Array {
  const out = new Float64Array(g.length);
  for (let unit = 0; unit < slopes.length; unit++) {
    const first = unit * columns;
    let [mean, shared] = [0, 0];
    for (let at = first; at < first + columns; at++) {
      mean += g[at]! / columns;
      shared += (g[at]! * values[at]!) / columns;
    }
    for (let at = first; at < first + columns; at++)
      out[at] = slopes[unit]! * (g[at]! - mean - values[at]! * shared);
  }
  return out;
}
