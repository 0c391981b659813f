import type { Activation } from "../activation/activation";
import { gaussianMean } from "./gaussian-mean";

type Curve = Omit<Activation, "kinks">;

export interface MeanFieldOptions {
  /** Fan-in times the variance of the weights, σ_w². */
  readonly weightScale: number;
  /** Variance of the biases, σ_b²; default 0. */
  readonly biasVariance?: number;
  readonly depth: number;
  /** Mean square of the input; default 1. */
  readonly inputSecondMoment?: number;
}

/** One layer of infinite width. */
export interface MeanFieldLayer {
  /** Variance of the pre-activations: σ_w²·q + σ_b². */
  readonly preVariance: number;
  /** Mean square of the activations. */
  readonly second: number;
  readonly mean: number;
  readonly deviation: number;
  /** Factor on the mean squared gradient: σ_w²·E f′². */
  readonly chi: number;
}

/** Mean square of f(z) for z of some variance: the variance map, before the weights. */
export function secondMomentAt({ value }: Pick<Curve, "value">, variance: number): number {
  const root = Math.sqrt(variance);
  return gaussianMean((z) => value(root * z) ** 2);
}

/**
 * Signal through a deep network of infinite width, layer by layer (the first is layer 1):
 * `v ← σ_w²·q + σ_b²`, `q ← E f(√v·z)²`.
 * Source: Poole et al. 2016; Schoenholz et al. 2017; chapter 4, formula `scale`.
 */
export function meanField(
  { value, derivative }: Curve,
  { weightScale, biasVariance = 0, depth, inputSecondMoment = 1 }: MeanFieldOptions,
): readonly MeanFieldLayer[] {
  const layers: MeanFieldLayer[] = [];
  let second = inputSecondMoment;
  for (let layer = 0; layer < depth; layer++) {
    const preVariance = weightScale * second + biasVariance;
    const root = Math.sqrt(preVariance);
    second = secondMomentAt({ value }, preVariance);
    const mean = gaussianMean((z) => value(root * z));
    layers.push({
      preVariance,
      second,
      mean,
      deviation: Math.sqrt(Math.max(second - mean * mean, 0)),
      chi: weightScale * gaussianMean((z) => derivative(root * z) ** 2),
    });
  }
  return layers;
}
