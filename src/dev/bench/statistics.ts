/** Spread of repeated measurements, in the unit of the samples. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Minimum, median and maximum of at least one sample. */
export function spread(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { min: sorted[0]!, median, max: sorted[sorted.length - 1]! };
}

/** Milliseconds of one call after another, after `warmUp` calls that do not count. */
export async function timed(
  work: (round: number) => Promise<unknown>,
  rounds: number,
  warmUp = 2,
): Promise<number[]> {
  const samples: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const start = performance.now();
    await work(round + warmUp);
    if (round >= 0) samples.push(performance.now() - start);
  }
  return samples;
}
