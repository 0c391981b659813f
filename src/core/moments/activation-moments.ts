import type { Activation } from "../activation/activation";
import { gaussianMean } from "./gaussian-mean";

/** What an activation does to standard normal pre-activations. */
export interface ActivationMoments {
  /** E f */
  readonly mean: number;
  /** E f² */
  readonly second: number;
  /** √(E f² − (E f)²) */
  readonly deviation: number;
  /** E f⁴ */
  readonly fourth: number;
  /** E f′² */
  readonly slopeSecond: number;
  /** 1/√E f²: weights of variance gain²/fan-in keep the second moment at 1. */
  readonly gain: number;
  /** 1/√E f′²: weights of variance gain²/fan-out keep the mean squared gradient. */
  readonly backwardGain: number;
  /** Factor on the mean squared gradient per layer at `gain`. */
  readonly chi: number;
  /** E f⁴/(E f²)² − 1: a layer of n units changes ln q by chance with variance κ/n. */
  readonly kappa: number;
  /** Slope at 1 of q ↦ gain²·E f(√q·z)²: above 1, any error in the scale grows. */
  readonly mapSlope: number;
}

/**
 * Moments and gains of an activation, by quadrature.
 * Source: He et al. 2015 §2.2; Poole et al. 2016; Hanin & Nica 2020; chapter 4, formula `gain`.
 */
export function activationMoments({
  value,
  derivative,
}: Omit<Activation, "kinks">): ActivationMoments {
  const mean = gaussianMean(value);
  const second = gaussianMean((z) => value(z) ** 2);
  const fourth = gaussianMean((z) => value(z) ** 4);
  const slopeSecond = gaussianMean((z) => derivative(z) ** 2);
  return {
    mean,
    second,
    deviation: Math.sqrt(second - mean * mean),
    fourth,
    slopeSecond,
    gain: 1 / Math.sqrt(second),
    backwardGain: 1 / Math.sqrt(slopeSecond),
    chi: slopeSecond / second,
    kappa: fourth / second ** 2 - 1,
    mapSlope: gaussianMean((z) => z * value(z) * derivative(z)) / second,
  };
}
