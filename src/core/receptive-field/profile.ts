/**
 * Measures of an influence profile of one axis whose weights sum to 1; the 2-D influence is the
 * profile times itself.
 */

/** Standard deviation about the profile's middle, in cells; for equal taps √(Σ d²(k² − 1)/12). */
export function profileDeviation(weights: Float64Array): number {
  const centre = (weights.length - 1) / 2;
  let second = 0;
  weights.forEach((weight, at) => (second += weight * (at - centre) ** 2));
  return Math.sqrt(second);
}

/** Side of the smallest centred square that holds `share` of a 2-D profile's weight, in cells. */
export function squareHolding(weights: Float64Array, share: number): number {
  const { length } = weights;
  let first = Math.floor((length - 1) / 2);
  let last = length - 1 - first;
  let held = first === last ? weights[first]! : weights[first]! + weights[last]!;
  while (held * held < share && first > 0) held += weights[--first]! + weights[++last]!;
  return last - first + 1;
}

/** Share of the cells of a 2-D profile for which `test` holds of the cell's weight. */
export function shareOfCells(weights: Float64Array, test: (weight: number) => boolean): number {
  let cells = 0;
  for (const row of weights) for (const column of weights) if (test(row * column)) cells++;
  return cells / weights.length ** 2;
}
