import { stored, type Numbers } from "../numbers";

export interface GradientCheckArgs {
  /** Where the gradient is checked; their width decides in which arithmetic the loss is taken. */
  readonly values: Numbers;
  /** The loss at some values; they may be kept. */
  readonly loss: (values: Numbers) => number;
  /** The gradient under test, one number a value. */
  readonly gradient: ArrayLike<number>;
  /** Which values are wiggled; default all. */
  readonly indices?: readonly number[];
  /** Steps, in units of the values; default 10⁻¹ to 10⁻¹². */
  readonly epsilons?: readonly number[];
}

export interface EpsilonCheck {
  readonly epsilon: number;
  /** Largest |gradient − central difference|. */
  readonly worst: number;
  /** Index of the value where that is. */
  readonly at: number;
}

export interface GradientCheck {
  readonly byEpsilon: readonly EpsilonCheck[];
  /** The step with the smallest worst error. */
  readonly best: EpsilonCheck;
}

const DEFAULT_EPSILONS = Array.from({ length: 23 }, (_, at) => 10 ** (-1 - at / 2));

/**
 * Slope of a loss along one value by central difference: `(L(v + ε) − L(v − ε)) / 2ε`, with the
 * width of the step as the arithmetic really took it.
 */
export function slopeByDifference(
  loss: (values: Numbers) => number,
  values: Numbers,
  index: number,
  epsilon: number,
): number {
  const above = stored(values, values);
  const below = stored(values, values);
  above[index]! += epsilon;
  below[index]! -= epsilon;
  return (loss(above) - loss(below)) / (above[index]! - below[index]!);
}

/**
 * Compares a gradient with central differences over a range of steps. The error has a valley: large
 * steps miss the curve (error ε²), small ones drown in rounding (error u/ε), so the best step is near
 * the cube root of the unit roundoff: 6·10⁻⁶ in float64, 5·10⁻³ in float32.
 *
 * A value so large that a step does not change it has no difference; its error is NaN.
 * Source: chapter 5, "Gradient check".
 */
export function checkGradient({
  values,
  loss,
  gradient,
  indices = Array.from(values, (_, at) => at),
  epsilons = DEFAULT_EPSILONS,
}: GradientCheckArgs): GradientCheck {
  const byEpsilon = epsilons.map((epsilon) => {
    let worst = 0;
    let at = indices[0] ?? -1;
    for (const index of indices) {
      const error = Math.abs(gradient[index]! - slopeByDifference(loss, values, index, epsilon));
      if (error > worst || Number.isNaN(error)) [worst, at] = [error, index];
    }
    return { epsilon, worst, at };
  });
  const best = byEpsilon.reduce((a, b) => (b.worst < a.worst || Number.isNaN(a.worst) ? b : a));
  return { byEpsilon, best };
}
