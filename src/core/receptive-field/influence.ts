import type { WindowStep } from "./window-step";

/** A window step whose taps may weigh differently. */
export interface WeightedStep extends WindowStep {
  /** One weight a tap; default 1/k each. */
  readonly taps?: readonly number[];
}

function tapsOf({ kernelSize, taps }: WeightedStep): readonly number[] {
  return taps ?? Array.from({ length: kernelSize }, () => 1 / kernelSize);
}

/**
 * Gradient of one output by each input cell of its receptive field, along one axis: for equal taps,
 * the share of the output that each cell supplies, counted over all paths. Under uniform or
 * separable kernels the 2-D influence is the product of the two axes'.
 *
 * Walks from the output back: every step spreads each weight over its taps. Padding is ignored.
 * Source: Luo et al. 2016, §3; chapter 3.
 */
export function influence(steps: readonly WeightedStep[]): Float64Array {
  let weights = Float64Array.of(1);
  for (const step of steps.toReversed()) {
    const { stride = 1, dilation = 1 } = step;
    const taps = tapsOf(step);
    const next = new Float64Array((weights.length - 1) * stride + (taps.length - 1) * dilation + 1);
    for (let at = 0; at < weights.length; at++)
      for (let tap = 0; tap < taps.length; tap++)
        next[at * stride + tap * dilation]! += weights[at]! * taps[tap]!;
    weights = next;
  }
  return weights;
}

/**
 * Natural logarithm of `influence` for taps ≥ 0, taken all the way in logarithms: it keeps the edge
 * of a deep stack's field, where the weight itself is 0 in every number format. −∞ where no path
 * leads.
 */
export function logInfluence(steps: readonly WeightedStep[]): Float64Array {
  let logs = Float64Array.of(0);
  for (const step of steps.toReversed()) {
    const { stride = 1, dilation = 1 } = step;
    const taps = tapsOf(step).map(Math.log);
    const next = new Float64Array(
      (logs.length - 1) * stride + (taps.length - 1) * dilation + 1,
    ).fill(-Infinity);
    for (let at = 0; at < logs.length; at++)
      for (let tap = 0; tap < taps.length; tap++) {
        const cell = at * stride + tap * dilation;
        next[cell] = logSum(next[cell]!, logs[at]! + taps[tap]!);
      }
    logs = next;
  }
  return logs;
}

/** ln(eᵃ + eᵇ) */
function logSum(a: number, b: number): number {
  const [more, less] = a > b ? [a, b] : [b, a];
  return less === -Infinity ? more : more + Math.log1p(Math.exp(less - more));
}

/** A step of square kernels with one weight a tap, row by row. */
export interface KernelStep extends WindowStep {
  /** `[kernelSize, kernelSize]` */
  readonly kernel: readonly number[];
}

/** A square map of influence. */
export interface InfluenceMap {
  readonly side: number;
  /** `[side, side]` */
  readonly data: Float64Array;
}

/** Gradient of one output by each input cell, in 2-D, for one channel of any kernels. */
export function influenceMap(steps: readonly KernelStep[]): InfluenceMap {
  let side = 1;
  let data = Float64Array.of(1);
  for (const { kernelSize, kernel, stride = 1, dilation = 1 } of steps.toReversed()) {
    const nextSide = (side - 1) * stride + (kernelSize - 1) * dilation + 1;
    const next = new Float64Array(nextSide * nextSide);
    for (let at = 0; at < data.length; at++) {
      const row = Math.floor(at / side) * stride;
      const column = (at % side) * stride;
      for (let tap = 0; tap < kernel.length; tap++) {
        const y = row + Math.floor(tap / kernelSize) * dilation;
        const x = column + (tap % kernelSize) * dilation;
        next[y * nextSide + x]! += data[at]! * kernel[tap]!;
      }
    }
    side = nextSide;
    data = next;
  }
  return { side, data };
}
