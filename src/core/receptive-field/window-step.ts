import { outputSize } from "../conv/geometry";

/** One layer of windows along one axis; numbers in cells of its own input. */
export interface WindowStep {
  readonly kernelSize: number;
  /** Default 1. */
  readonly stride?: number;
  /** Cells added on each side; default 0. */
  readonly padding?: number;
  /** Default 1. */
  readonly dilation?: number;
}

/** Size after one step along one axis, or `null` when the window does not fit. */
export function stepSize(
  size: number,
  { kernelSize, stride = 1, padding = 0, dilation = 1 }: WindowStep,
): number | null {
  return outputSize(size, kernelSize, {
    stride,
    padBefore: padding,
    padAfter: padding,
    dilation,
  });
}

/**
 * Sizes along a chain that repeats `steps`, the start included. Ends at 1, where the window no
 * longer fits, or where a whole round of steps changes nothing.
 */
export function sizeChain(start: number, steps: readonly WindowStep[]): readonly number[] {
  const sizes = [start];
  for (;;) {
    const before = sizes.at(-1)!;
    for (const step of steps) {
      if (sizes.at(-1) === 1) return sizes;
      const next = stepSize(sizes.at(-1)!, step);
      if (next === null) return sizes;
      sizes.push(next);
    }
    if (sizes.at(-1)! >= before) return sizes.slice(0, -steps.length);
  }
}

/** A step repeated. */
export function repeated(step: WindowStep, times: number): readonly WindowStep[] {
  return Array.from({ length: times }, () => step);
}
