/** Chapter 4's gains as plain data: what an activation does to normal numbers, layer after layer. */
import type { ActivationSpec } from "../core/activation/activation";
import type { ActivationMoments } from "../core/moments/activation-moments";
import type { FixedPoint } from "../core/moments/variance-map";

/** All by quadrature, at infinite width and without biases. */
export interface ActivationMomentsRequest {
  readonly job: "activationMoments";
  readonly activation: ActivationSpec;
  /** σ_w, so that the weights have variance gain²/fan-in, 0 to 100; `"derived"`: 1/√E f². */
  readonly gain: number | "derived";
  /** Mean square of the input, above 0. */
  readonly inputSecondMoment: number;
  /** Layers, 1 to 100. */
  readonly depth: number;
}

export interface ActivationMomentsResult {
  readonly job: "activationMoments";
  readonly asked: ActivationMomentsRequest;
  readonly moments: ActivationMoments;
  /** What is left of E f² between −3, −2, … 3: eight intervals from −∞ to ∞. */
  readonly secondByInterval: readonly number[];
  /** As used; not finite where the activation has none, and then there is no map. */
  readonly gain: number;
  /** Variances of pre-activations from 10⁻³ to 10³, and those one layer on. */
  readonly map: { readonly variances: readonly number[]; readonly next: readonly number[] };
  /** Every scale is a fixed point. */
  readonly neutral: boolean;
  readonly fixedPoints: readonly FixedPoint[];
  /** Variance of the pre-activations and χ, layer by layer. */
  readonly layers: readonly { readonly preVariance: number; readonly chi: number }[];
}
