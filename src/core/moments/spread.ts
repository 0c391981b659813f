import type { Activation } from "../activation/activation";
import { gaussianMean } from "./gaussian-mean";
import { secondMomentAt } from "./mean-field";

export interface SpreadOptions {
  /** Fan-in times the variance of the weights, σ_w². */
  readonly weightScale: number;
  readonly width: number;
  readonly depth: number;
  /** Mean square of the input; default 1. */
  readonly inputSecondMoment?: number;
}

/** Over random networks, the distribution of ln(rms) after one layer, nearly normal. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

const NUDGE = 1e-3;

/**
 * How far single networks of finite width stray from the infinite one, layer by layer. The logarithm
 * of a layer's mean square moves by the variance map, by chance with variance κ/n, and downward by
 * κ/2n because the logarithm of an average of chances is below it. Where the map is not a power of q
 * (tanh), chances shrink or grow by its elasticity, and its bend shifts the mean.
 *
 * For homogeneous activations (identity, ReLU, leaky ReLU) this is exactly
 * `mean = L·ln(√(σ_w²·E f²)) − L·κ/4n`, `deviation = ½·√(L·κ/n)`.
 *
 * Source: Hanin & Nica 2020 for ReLU; first order in 1/width otherwise; chapter 4, "Depth over width".
 */
export function scaleSpread(
  { value, derivative }: Omit<Activation, "kinks">,
  { weightScale, width, depth, inputSecondMoment = 1 }: SpreadOptions,
): readonly Spread[] {
  const spreads: Spread[] = [];
  let mean = Math.log(inputSecondMoment);
  let variance = 0;
  const logMap = (logSecond: number): number =>
    Math.log(secondMomentAt({ value }, weightScale * Math.exp(logSecond)));
  for (let layer = 0; layer < depth; layer++) {
    const root = Math.sqrt(weightScale * Math.exp(mean));
    const next = logMap(mean);
    const second = Math.exp(next);
    const fourth = gaussianMean((z) => value(root * z) ** 4);
    const kappa = fourth / second ** 2 - 1;
    const elasticity =
      gaussianMean((z) => root * z * value(root * z) * derivative(root * z)) / second;
    const bend = (logMap(mean + NUDGE) - 2 * next + logMap(mean - NUDGE)) / NUDGE ** 2;
    mean = next + (bend * variance - kappa / width) / 2;
    variance = elasticity ** 2 * variance + kappa / width;
    spreads.push({ mean: mean / 2, deviation: Math.sqrt(variance) / 2 });
  }
  return spreads;
}
