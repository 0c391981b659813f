import { expect, test } from "vitest";
import type { ActivationSpec } from "../../src/core/activation/activation";
import { activationOf } from "../../src/core/activation/activations";
import { expectNumbers, goldenCases } from "./golden";

interface ActivationCase {
  readonly id: string;
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly dy: readonly number[];
}

const TOLERANCE = { rtol: 1e-9, atol: 1e-12 };

const specs: Readonly<Record<string, ActivationSpec>> = {
  tanh: "tanh",
  elu: { name: "elu", alpha: 1 },
  softplus: "softplus",
  "leaky_relu_0.2": { name: "leakyRelu", slope: 0.2 },
  "leaky_relu_0.01": { name: "leakyRelu", slope: 0.01 },
  identity: "identity",
  relu6: "relu6",
  mish: "mish",
  selu: "selu",
  gelu_tanh: "geluTanh",
};

const cases = goldenCases<ActivationCase>("activations");

test("all ten activations are there", () => {
  expect(cases).toHaveLength(10);
});

test.each(cases)("%s and its derivative agree with PyTorch", (_, one) => {
  const { value, derivative } = activationOf(specs[one.name]!);
  expectNumbers(one.x.map(value), one.y, TOLERANCE);
  expectNumbers(one.x.map(derivative), one.dy, TOLERANCE);
});
