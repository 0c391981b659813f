import { receptiveFields } from "./receptive-field";
import type { WindowStep } from "./window-step";

/** Shares of a unit's influence over a picture: `[rows, columns]`, none negative. */
export interface ShareMap {
  readonly rows: number;
  readonly columns: number;
  readonly data: ArrayLike<number>;
}

/** Shares summed over the other axis: how much each row, or each column, supplies. */
export function marginal(
  { rows, columns, data }: ShareMap,
  axis: "rows" | "columns",
): Float64Array {
  const sums = new Float64Array(axis === "rows" ? rows : columns);
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++)
      sums[axis === "rows" ? row : column]! += data[at]!;
  return sums;
}

/**
 * Standard deviation of a list of shares about `centre`, in cells; they need not sum to 1.
 * NaN where there is no share at all.
 */
export function deviationAbout(shares: ArrayLike<number>, centre: number): number {
  let total = 0;
  let second = 0;
  for (let at = 0; at < shares.length; at++) {
    total += shares[at]!;
    second += shares[at]! * (at - centre) ** 2;
  }
  return Math.sqrt(second / total);
}

/**
 * Side of the smallest square around a centre that holds `share` of a map's sum, in cells; cells
 * that the square has beyond the map hold nothing. The centre may lie between two cells, on both
 * axes alike: the side is then even.
 */
export function squareAround(
  map: ShareMap,
  centre: { readonly row: number; readonly column: number },
  share: number,
): number {
  const { rows, columns, data } = map;
  const half = Number.isInteger(centre.row) ? 0 : 0.5;
  const rings = new Float64Array(rows + columns + 1);
  let total = 0;
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++) {
      const ring = Math.max(Math.abs(row - centre.row), Math.abs(column - centre.column)) - half;
      const place = Math.min(Math.max(Math.ceil(ring), 0), rings.length - 1);
      rings[place]! += data[at]!;
      total += data[at]!;
    }
  let held = 0;
  let ring = 0;
  // Sums of the same numbers in another order: a last ring of dust must not count.
  const wanted = share * total * (1 - 1e-12);
  for (; ring < rings.length; ring++) if ((held += rings[ring]!) >= wanted) break;
  return 2 * (ring + half) + 1;
}

/**
 * Standard deviation of a stack's influence along one axis when every window takes the mean of its
 * taps, in input cells: √(Σ (d·j)²·(k² − 1)/12), j the jump in front of the layer.
 * Source: chapter 3, formula `spread`; a mean of k cells has the variance (k² − 1)/12.
 */
export function pathDeviation(steps: readonly WindowStep[]): number {
  const fields = receptiveFields(steps);
  const variance = steps.reduce((sum, { kernelSize, dilation = 1 }, at) => {
    const step = dilation * fields[at]!.jump;
    return sum + (step ** 2 * (kernelSize ** 2 - 1)) / 12;
  }, 0);
  return Math.sqrt(variance);
}
