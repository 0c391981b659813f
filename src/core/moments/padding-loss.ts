/**
 * Mean over the positions of one axis of a signal's mean square after each layer of a padded stack,
 * the input (1 everywhere) first. Zero padding adds nothing, so a window at the edge adds up fewer
 * terms: `u ← (taps inside the map carry u)/k`.
 */
function axisMeans(size: number, kernelSize: number, depth: number): readonly number[] {
  const before = Math.floor((kernelSize - 1) / 2);
  let moments = new Float64Array(size).fill(1);
  const means = [1];
  for (let layer = 0; layer < depth; layer++) {
    const next = new Float64Array(size);
    for (let at = 0; at < size; at++)
      for (let tap = 0; tap < kernelSize; tap++)
        next[at]! += (moments[at + tap - before] ?? 0) / kernelSize;
    moments = next;
    means.push(moments.reduce((sum, moment) => sum + moment / size, 0));
  }
  return means;
}

/**
 * What zero padding leaves of the mean square of a stack whose weights would otherwise keep it (He
 * for ReLU, 1/fan-in for none): one share a layer, the input first. Convolutions keep the size, the
 * map is square.
 *
 * Units: `size` and `kernelSize` in cells. For 3×3 the first layer keeps ((3n − 2)/3n)², later ones
 * ((1 + 2cos(π/(n + 1)))/3)² each.
 * Source: chapter 4, "Zero padding"; exact for weights independent of each other.
 */
export function paddedShares(size: number, kernelSize: number, depth: number): readonly number[] {
  return axisMeans(size, kernelSize, depth).map((mean) => mean ** 2);
}

/** The factor that every further layer of such a stack tends to. */
export function paddedFactor(size: number, kernelSize: number): number {
  const depth = 8 * size * size;
  const means = axisMeans(size, kernelSize, depth);
  return (means[depth]! / means[depth - 1]!) ** 2;
}
