import { expect, test } from "vitest";
import type { ActivationSpec } from "../../src/core/activation/activation";
import { activationOf } from "../../src/core/activation/activations";
import { activationMoments } from "../../src/core/moments/activation-moments";
import { expectNumbers, goldenCases } from "./golden";

interface GainCase {
  readonly id: string;
  readonly name: string;
  readonly params: { readonly negative_slope: number; readonly alpha: number };
  readonly E_f: number;
  readonly E_f2: number;
  readonly std_f: number;
  readonly E_f4: number;
  readonly E_df2: number;
  readonly gain_second_moment: number;
  readonly gain_backward: number;
  readonly chi_at_gain: number;
  readonly rel_var_of_layer_factor_times_n: number;
  readonly variance_map_slope_at_1: number;
}

function specOf({ name, params }: GainCase): ActivationSpec {
  if (name === "leaky_relu") return { name: "leakyRelu", slope: params.negative_slope };
  if (name === "elu") return { name: "elu", alpha: params.alpha };
  return name as "relu";
}

const cases = goldenCases<GainCase>("gains");

test("all twelve gains are there", () => {
  expect(cases).toHaveLength(12);
});

test.each(cases)("%s agrees with adaptive quadrature", (_, one) => {
  const moments = activationMoments(activationOf(specOf(one)));
  expectNumbers(
    [
      moments.mean,
      moments.second,
      moments.deviation,
      moments.fourth,
      moments.slopeSecond,
      moments.gain,
      moments.backwardGain,
      moments.chi,
      moments.kappa,
      moments.mapSlope,
    ],
    [
      one.E_f,
      one.E_f2,
      one.std_f,
      one.E_f4,
      one.E_df2,
      one.gain_second_moment,
      one.gain_backward,
      one.chi_at_gain,
      one.rel_var_of_layer_factor_times_n,
      one.variance_map_slope_at_1,
    ],
    // Means of odd functions are 0 but for rounding.
    { rtol: 1e-8, atol: 1e-12 },
  );
});
