import type { Activation } from "./activation";
import { gaussianMean } from "./gaussian";

export interface Gain {
  /** Mean of f(z), z ~ N(0, 1). */
  readonly mean: number;
  /** Mean of f(z)². */
  readonly second: number;
  /** 1/√(mean of f²): weights of variance gain²/fan-in keep the scale at 1. */
  readonly gain: number;
  /** Factor on the mean squared gradient per layer at that gain. */
  readonly chi: number;
  /** Slope at 1 of q ↦ gain²·E f(√q z)²: above 1, any error in the scale grows. */
  readonly mapSlope: number;
}

/**
 * The gain that keeps the second moment of a deep stack at 1, and how steady it is there.
 * Source: He et al. 2015 §2.2; Poole et al. 2016; chapter 4, formula `gain`.
 */
export function gain({ f, slope }: Activation): Gain {
  const second = gaussianMean((z) => f(z) ** 2);
  return {
    mean: gaussianMean(f),
    second,
    gain: 1 / Math.sqrt(second),
    chi: gaussianMean((z) => slope(z) ** 2) / second,
    mapSlope: gaussianMean((z) => z * f(z) * slope(z)) / second,
  };
}

/**
 * Second moment after each of `depth` layers of infinite width, the input's first:
 * q ← σ²·E f(√q z)², where σ² is fan-in times the weights' variance.
 */
export function secondMoments(
  f: (z: number) => number,
  { scale = 1, depth, start = 1 }: { scale?: number; depth: number; start?: number },
): readonly number[] {
  const moments = [start];
  for (let layer = 0; layer < depth; layer++) {
    const root = Math.sqrt(scale * moments.at(-1)!);
    moments.push(gaussianMean((z) => f(root * z) ** 2));
  }
  return moments;
}
