import { middleOf } from "./place";

/** A kernel that is written down, not learned. */
export type PlainKernel = "box" | "gaussian" | "template";

/** Widths of the Gaussian's bell in a kernel's side. */
const bellsInSide = 5;

/**
 * A kernel of `size × size`, row by row, in float32 precision.
 *
 * `box` averages: every weight is 1 / size². `gaussian` averages with a bell of standard deviation
 * size / 5; its weights sum to 1. `template` is the object itself in the middle, zeros around: it
 * averages just the cells an object covers.
 */
export function plainKernel(kind: PlainKernel, size: number, objectSize: number): number[] {
  if (kind === "box") return Array.from({ length: size ** 2 }, () => Math.fround(1 / size ** 2));
  if (kind === "gaussian") return bell(size);
  const inner = Math.min(size, objectSize);
  return embedded(plainKernel("box", inner, objectSize), size);
}

function bell(size: number): number[] {
  const deviation = size / bellsInSide;
  const row = Array.from({ length: size }, (_, at) =>
    Math.exp(-((at - (size - 1) / 2) ** 2) / (2 * deviation ** 2)),
  );
  const sum = row.reduce((total, weight) => total + weight, 0);
  return row.flatMap((a) => row.map((b) => Math.fround((a * b) / sum ** 2)));
}

/** A kernel in the middle of a larger one, zeros around it: it gives the same answers. */
export function embedded(kernel: readonly number[], size: number): number[] {
  const inner = Math.sqrt(kernel.length);
  const from = middleOf(size) - middleOf(inner);
  const outer = Array.from({ length: size ** 2 }, () => 0);
  kernel.forEach((weight, at) => {
    outer[(from + Math.floor(at / inner)) * size + from + (at % inner)] = weight;
  });
  return outer;
}

/**
 * What a kernel answers to one object of brightness 1 under its middle, without noise and without
 * its bias: the sum of the weights that lie on the object.
 */
export function contrastOf(kernel: readonly number[], objectSize: number): number {
  const size = Math.sqrt(kernel.length);
  const from = middleOf(size) - middleOf(objectSize);
  const on = (at: number) => at >= from && at < from + objectSize;
  return kernel.reduce(
    (sum, weight, at) => (on(Math.floor(at / size)) && on(at % size) ? sum + weight : sum),
    0,
  );
}

/**
 * By how much a kernel scales the deviation of white noise: √Σw², since the variances of independent
 * pixels add up, each times its weight squared. 1 / k for a box.
 */
export function noiseGainOf(kernel: readonly number[]): number {
  return Math.sqrt(kernel.reduce((sum, weight) => sum + weight ** 2, 0));
}
