/** Activations for which the law of a trial is known in closed form. */
export type TrialActivation = "relu" | "identity";

/** What one layer `y = f(W·x)` gives over trials, W and x standard normal and drawn anew each time. */
export interface ProductTrialLaw {
  /** E y */
  readonly mean: number;
  /** E y² */
  readonly secondMoment: number;
  /** √(E y² − (E y)²), the standard deviation of the outputs */
  readonly deviation: number;
  /** Standard deviation, from trial to trial, of the mean of a trial's outputs. */
  readonly meanScatter: number;
  /** Standard deviation, from trial to trial, of the mean square of a trial's outputs. */
  readonly secondMomentScatter: number;
}

/** E f, E f² and E f⁴ of a standard normal number. */
const moments: Readonly<Record<TrialActivation, readonly [number, number, number]>> = {
  relu: [1 / Math.sqrt(2 * Math.PI), 1 / 2, 3 / 2],
  identity: [0, 1, 3],
};

/** Mean length of a vector of `width` standard normal numbers, √2·Γ((n + 1)/2)/Γ(n/2). */
export function meanLength(width: number): number {
  let [length, at] = width % 2 === 1 ? [Math.sqrt(2 / Math.PI), 1] : [Math.sqrt(Math.PI / 2), 2];
  for (; at < width; at += 2) length *= (at + 1) / at;
  return length;
}

/**
 * The law of a trial, exactly. Given x the outputs are independent `f(|x|·g)`, g standard normal, and
 * both activations keep factors: so `E y = E|x| · E f` and `E y² = n · E f²`.
 *
 * `width`: inputs and outputs, a whole number from 1.
 * Source: chapter 4, section "Where does 16 come from?".
 */
export function productTrialLaw(width: number, activation: TrialActivation): ProductTrialLaw {
  const [first, second, fourth] = moments[activation];
  const length = meanLength(width);
  const mean = length * first;
  const secondMoment = width * second;
  const meanVariance = second - first ** 2 + (width - length ** 2) * first ** 2;
  const squareVariance =
    (width ** 2 + 2 * width) * (second ** 2 + (fourth - second ** 2) / width) - secondMoment ** 2;
  return {
    mean,
    secondMoment,
    deviation: Math.sqrt(secondMoment - mean ** 2),
    meanScatter: Math.sqrt(meanVariance),
    secondMomentScatter: Math.sqrt(squareVariance),
  };
}
