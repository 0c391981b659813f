import type { Activation } from "../activation/activation";
import { gaussianMean } from "./gaussian-mean";
import { secondMomentAt } from "./mean-field";

type Curve = Omit<Activation, "kinks">;

/** A scale that a layer hands on as it got it. */
export interface FixedPoint {
  /** Variance of the pre-activations. */
  readonly variance: number;
  /** Slope of the map there: below 1 errors die out, above 1 they grow. */
  readonly slope: number;
}

/**
 * Variance of the next layer's pre-activations: `σ_w²·E f(√v·z)²`, without biases.
 * Source: Poole et al. 2016; chapter 4, formula `scale`.
 */
export function nextVariance(curve: Curve, weightScale: number, variance: number): number {
  return weightScale * secondMomentAt(curve, variance);
}

/** Slope of the map: `σ_w²·E[z·f(√v·z)·f′(√v·z)]/√v`. */
export function varianceSlope(
  { value, derivative }: Curve,
  weightScale: number,
  variance: number,
): number {
  const root = Math.sqrt(variance);
  return (weightScale * gaussianMean((z) => z * value(root * z) * derivative(root * z))) / root;
}

/** Relative error of a map that counts as none. */
const NONE = 1e-9;
const HALVINGS = 40;

const gap = (variance: number, next: number): number => Math.log(next / variance);

/** Whether the map hands on every scale: σ_w²·E f² = 1 for a homogeneous activation. */
export function isNeutral(variances: readonly number[], next: readonly number[]): boolean {
  return variances.every((variance, at) => Math.abs(gap(variance, next[at]!)) < NONE);
}

/**
 * Fixed points of the map between the first and the last of rising variances, where it crosses the
 * diagonal between two of them; none for a neutral map, of which every scale is one.
 */
export function fixedPoints(
  curve: Curve,
  weightScale: number,
  variances: readonly number[],
  next: readonly number[],
): readonly FixedPoint[] {
  if (isNeutral(variances, next)) return [];
  const found: number[] = [];
  variances.forEach((variance, at) => {
    const here = gap(variance, next[at]!);
    if (Math.abs(here) < NONE) found.push(variance);
    const after = gap(variances[at + 1] ?? Number.NaN, next[at + 1] ?? Number.NaN);
    if (Math.abs(here) < NONE || Math.abs(after) < NONE || !(here * after < 0)) return;
    found.push(crossing(curve, weightScale, variance, variances[at + 1]!, here > 0));
  });
  return found.map((variance) => ({
    variance,
    slope: varianceSlope(curve, weightScale, variance),
  }));
}

/** Halves the interval, in logarithms, until it is as narrow as the numbers allow. */
function crossing(
  curve: Curve,
  weightScale: number,
  from: number,
  to: number,
  risesFirst: boolean,
): number {
  let [low, high] = [from, to];
  for (let round = 0; round < HALVINGS; round++) {
    const middle = Math.sqrt(low * high);
    const rises = nextVariance(curve, weightScale, middle) > middle;
    if (rises === risesFirst) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
