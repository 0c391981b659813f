import { normals } from "../random/fill";
import { KERNEL_PRESETS, presetKernel } from "./presets";

export interface Resemblance {
  /** The preset's id and label. */
  readonly id: string;
  readonly label: string;
  /** Cosine of the angle between the two kernels as vectors, −1 to 1. */
  readonly cosine: number;
}

/** `a · b / (|a| |b|)`; 0 where one has no length. */
export function cosineSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    product += a[at]! * b[at]!;
    squareA += a[at]! ** 2;
    squareB += b[at]! ** 2;
  }
  return squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : 0;
}

/**
 * The hand-made kernel of this side whose direction is nearest, or nearest to the opposite: the
 * largest magnitude of the cosine. `null` for zeros, for numbers that are none, and where there are
 * no presets.
 */
export function nearestPreset(kernel: ArrayLike<number>, size: number): Resemblance | null {
  return nearestOf(presetsOf(size), kernel);
}

function nearestOf(presets: ReturnType<typeof presetsOf>, kernel: ArrayLike<number>) {
  let best: Resemblance | null = null;
  for (const { id, label, kernel: preset } of presets) {
    const cosine = cosineSimilarity(kernel, preset);
    if (cosine !== 0 && Math.abs(cosine) > Math.abs(best?.cosine ?? 0))
      best = { id, label, cosine };
  }
  return best;
}

/**
 * Share of kernels of normal noise that resemble some hand-made kernel with a cosine of at least
 * `threshold`, in either direction; from `count` draws of stream 0 of the seed.
 */
export function chanceOfResemblance(
  size: number,
  threshold: number,
  count: number,
  seed: number,
): number {
  const presets = presetsOf(size);
  let hits = 0;
  for (let draw = 0; draw < count; draw++) {
    const noise = normals(size * size, { seed, step: draw });
    if (Math.abs(nearestOf(presets, noise)?.cosine ?? 0) >= threshold) hits++;
  }
  return hits / count;
}

function presetsOf(size: number) {
  return KERNEL_PRESETS.filter(({ sizes }) => sizes.includes(size)).map(({ id, label }) => ({
    id,
    label,
    kernel: presetKernel(id, size),
  }));
}
