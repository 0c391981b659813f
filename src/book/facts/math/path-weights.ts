/**
 * Share of one output that each input cell along one axis supplies, for a stack of stride-1
 * layers whose taps all weigh the same. A stack of k-tap averages counts the paths from a cell to
 * the output; the 2-D share is the product of the two axes.
 * Source: Luo et al. 2016, §3; chapter 3.
 */
export function pathWeights(
  layers: readonly { readonly kernelSize: number; readonly dilation?: number }[],
): Float64Array {
  let weights = Float64Array.of(1);
  for (const { kernelSize, dilation = 1 } of layers) {
    const next = new Float64Array(weights.length + (kernelSize - 1) * dilation);
    for (let tap = 0; tap < kernelSize; tap++)
      for (let at = 0; at < weights.length; at++)
        next[at + tap * dilation]! += weights[at]! / kernelSize;
    weights = next;
  }
  return weights;
}

/** Standard deviation of a centred profile, in cells. */
export function profileDeviation(weights: Float64Array): number {
  const centre = (weights.length - 1) / 2;
  let second = 0;
  weights.forEach((weight, at) => (second += weight * (at - centre) ** 2));
  return Math.sqrt(second);
}

/** Side of the smallest centred square that holds `share` of a 2-D profile's weight, in cells. */
export function squareHolding(weights: Float64Array, share: number): number {
  const centre = (weights.length - 1) / 2;
  let held = weights[centre]!;
  let radius = 0;
  while (held * held < share) {
    radius++;
    held += weights[centre - radius]! + weights[centre + radius]!;
  }
  return 2 * radius + 1;
}

/** Share of the cells of a 2-D profile for which `test` holds of the cell's weight. */
export function shareOfCells(weights: Float64Array, test: (weight: number) => boolean): number {
  let cells = 0;
  for (const row of weights) for (const column of weights) if (test(row * column)) cells++;
  return cells / weights.length ** 2;
}
