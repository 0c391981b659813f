/** What a layer of numbers amounts to. */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation, unbiased (n − 1), as PyTorch prints. */
  readonly deviation: number;
  /** Root mean square. */
  readonly rms: number;
  /** log₁₀ of it, good far beyond the range of the numbers; −∞ for zeros. */
  readonly logRms: number;
  /** NaN when any number is. */
  readonly smallest: number;
  readonly largest: number;
  readonly zeros: number;
  /** Not 0, but below the smallest normal number of the format. */
  readonly subnormals: number;
  readonly infinities: number;
  readonly nans: number;
}

/** Numbers of each odd kind, and the range of the others. */
function survey(values: ArrayLike<number>, smallestNormal: number) {
  let [zeros, subnormals, infinities, nans] = [0, 0, 0, 0];
  let [smallest, largest] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    const size = Math.abs(value);
    if (size === 0) zeros++;
    else if (size < smallestNormal) subnormals++;
    else if (size === Infinity) infinities++;
    else if (Number.isNaN(value)) nans++;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  return { zeros, subnormals, infinities, nans, smallest, largest };
}

/**
 * Moments and odd numbers of a list. Sums are taken of numbers divided by a power of two near the
 * largest, in two passes, so they neither overflow nor vanish: a layer at 1e38 or 1e−45 has its true
 * deviation. What is not finite shows as IEEE arithmetic has it: any NaN makes all moments NaN, an
 * infinity makes the rms infinite and the deviation NaN.
 *
 * @param smallestNormal below it a number counts as subnormal; default that of float32, 2⁻¹²⁶.
 */
export function summary(values: ArrayLike<number>, smallestNormal = 2 ** -126): Summary {
  const count = values.length;
  const odd = survey(values, smallestNormal);
  const { nans, infinities } = odd;
  if (count === 0 || nans > 0 || infinities > 0)
    return { count, ...odd, ...brokenMoments(count, odd) };
  const most = Math.max(Math.abs(odd.smallest), Math.abs(odd.largest));
  if (most === 0)
    return {
      count,
      ...odd,
      mean: 0,
      deviation: count > 1 ? 0 : Number.NaN,
      rms: 0,
      logRms: -Infinity,
    };

  const scale = 2 ** Math.max(Math.floor(Math.log2(most)), -1074);
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at]! / scale;
  const mean = sum / count;
  let squares = 0;
  let spread = 0;
  for (let at = 0; at < count; at++) {
    const value = values[at]! / scale;
    squares += value * value;
    spread += (value - mean) ** 2;
  }
  const rms = Math.sqrt(squares / count);
  return {
    count,
    ...odd,
    mean: mean * scale,
    deviation: Math.sqrt(spread / (count - 1)) * scale,
    rms: rms * scale,
    logRms: Math.log10(rms) + Math.log10(scale),
  };
}

function brokenMoments(count: number, { nans, smallest, largest }: ReturnType<typeof survey>) {
  if (nans > 0 || count === 0) {
    const nan = Number.NaN;
    return { mean: nan, deviation: nan, rms: nan, logRms: nan, smallest: nan, largest: nan };
  }
  const bothEnds = smallest === -Infinity && largest === Infinity;
  const end = largest === Infinity ? Infinity : -Infinity;
  return {
    mean: bothEnds ? Number.NaN : end,
    deviation: Number.NaN,
    rms: Infinity,
    logRms: Infinity,
  };
}
