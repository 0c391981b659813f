import { expect, test } from "vitest";
import type { ActivationSpec } from "../../src/core/activation/activation";
import { activationOf } from "../../src/core/activation/activations";
import { meanField } from "../../src/core/moments/mean-field";
import { expectNumbers, goldenCases } from "./golden";

interface MeanFieldCase {
  readonly id: string;
  readonly activation: string;
  readonly sigma_w2: number;
  readonly input_second_moment: number;
  readonly layers: readonly number[];
  readonly preact_variance: readonly number[];
  readonly act_second_moment: readonly number[];
  readonly act_mean: readonly number[];
  readonly act_std: readonly number[];
}

const specs: Readonly<Record<string, ActivationSpec>> = {
  "leaky_relu_0.2": { name: "leakyRelu", slope: 0.2 },
  elu: { name: "elu", alpha: 1 },
};

const cases = goldenCases<MeanFieldCase>("mean_field");

test("all twelve traces are there", () => {
  expect(cases).toHaveLength(12);
});

test.each(cases)("%s follows the infinitely wide network", (_, one) => {
  const activation = activationOf(specs[one.activation] ?? (one.activation as "relu"));
  const layers = meanField(activation, {
    weightScale: one.sigma_w2,
    inputSecondMoment: one.input_second_moment,
    depth: one.layers.at(-1)!,
  });
  const picked = one.layers.map((layer) => layers[layer - 1]!);
  // SELU's mean is 0 by construction; the file holds 2·10⁻⁸, its constants rounded.
  const tolerance = { rtol: 1e-6, atol: 3e-8 };
  expectNumbers(
    picked.map((layer) => layer.preVariance),
    one.preact_variance,
    { rtol: 1e-6 },
  );
  expectNumbers(
    picked.map((layer) => layer.second),
    one.act_second_moment,
    { rtol: 1e-6 },
  );
  expectNumbers(
    picked.map((layer) => layer.mean),
    one.act_mean,
    tolerance,
  );
  expectNumbers(
    picked.map((layer) => layer.deviation),
    one.act_std,
    { rtol: 1e-6 },
  );
});
