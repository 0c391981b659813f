import { stepSize, type WindowStep } from "./window-step";

/** Cells from the first to the last, both included; may lie on padding. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Sizes of the maps along one axis, the input first, as far as the windows fit: shorter than the
 * chain where one does not.
 */
export function mapSizes(size: number, steps: readonly WindowStep[]): readonly number[] {
  const sizes = [size];
  for (const step of steps) {
    const next = stepSize(sizes.at(-1)!, step);
    if (next === null) return sizes;
    sizes.push(next);
  }
  return sizes;
}

/** The cells that a span of a step's output reads of its input, padding included. */
export function spanRead(
  { first, last }: Span,
  { kernelSize, stride = 1, padding = 0, dilation = 1 }: WindowStep,
): Span {
  return {
    first: first * stride - padding,
    last: last * stride - padding + (kernelSize - 1) * dilation,
  };
}

/** The part of a span that lies on a map of `size` cells; empty spans have `last < first`. */
export function spanOn(size: number, { first, last }: Span): Span {
  return { first: Math.max(first, 0), last: Math.min(last, size - 1) };
}

/**
 * What one unit of the last layer depends on, along one axis: the span of each map, the input
 * first, the unit itself last. Padding depends on nothing, so every span is cut to its map.
 *
 * @param sizes of the maps, as `mapSizes` gives them; one more than `steps`
 */
export function unitSpans(
  steps: readonly WindowStep[],
  sizes: readonly number[],
  unit: number,
): readonly Span[] {
  const spans: Span[] = [{ first: unit, last: unit }];
  for (let at = steps.length - 1; at >= 0; at--)
    spans.unshift(spanOn(sizes[at]!, spanRead(spans[0]!, steps[at]!)));
  return spans;
}

/**
 * Gradient of one unit of the last layer by every input cell, along one axis, when each window takes
 * the mean of its taps: the share of the unit that each cell supplies. What falls on padding is lost,
 * so that the shares sum to less than 1 near the border. In 2-D the share is the product of the
 * axes'. Pooling counts as the mean it is or stands in for.
 *
 * @returns one share an input cell; 0 for cells that the unit does not read
 * Source: Luo et al. 2016, §2; chapter 3.
 */
export function unitInfluence(
  steps: readonly WindowStep[],
  sizes: readonly number[],
  unit: number,
): Float64Array {
  let shares = new Float64Array(sizes[steps.length]!);
  shares[unit] = 1;
  for (let at = steps.length - 1; at >= 0; at--) {
    const { kernelSize, stride = 1, padding = 0, dilation = 1 } = steps[at]!;
    const before = new Float64Array(sizes[at]!);
    for (let from = 0; from < shares.length; from++) {
      const share = shares[from]! / kernelSize;
      if (share === 0) continue;
      for (let tap = 0; tap < kernelSize; tap++) {
        const cell = from * stride - padding + tap * dilation;
        if (cell >= 0 && cell < before.length) before[cell]! += share;
      }
    }
    shares = before;
  }
  return shares;
}
