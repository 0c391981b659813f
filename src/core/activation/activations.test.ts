import { describe, expect, it, test } from "vitest";
import type { ActivationSpec } from "./activation";
import { activationNames, activationOf } from "./activations";

const specs: readonly ActivationSpec[] = [
  ...activationNames,
  { name: "leakyRelu", slope: 0.2 },
  { name: "elu", alpha: 1.5 },
];
const named = specs.map((spec) => [typeof spec === "string" ? spec : spec.name, spec] as const);

describe.each(named)("%s", (_, spec) => {
  const { value, derivative, kinks } = activationOf(spec);

  it("has the derivative that central differences find", () => {
    for (let z = -7.03; z < 7; z += 0.11) {
      if (kinks.some((kink) => Math.abs(kink - z) < 1e-4)) continue;
      const difference = (value(z + 1e-5) - value(z - 1e-5)) / 2e-5;
      expect(Math.abs(derivative(z) - difference)).toBeLessThan(1e-8);
    }
  });

  it("lets NaN through", () => {
    expect(value(Number.NaN)).toBeNaN();
    expect(derivative(Number.NaN)).toBeNaN();
  });

  it("bends nowhere but where it says", () => {
    let jump = 0;
    for (let z = -7.03; z < 7; z += 0.11)
      if (kinks.every((kink) => Math.abs(kink - z) > 0.01))
        jump = Math.max(jump, Math.abs(derivative(z + 1e-3) - derivative(z - 1e-3)));
    expect(jump).toBeLessThan(0.02);
  });
});

describe("activations far out", () => {
  test.each(["relu", "gelu", "geluTanh", "silu", "mish", "softplus"] as const)(
    "%s goes to 0 on the left and to infinity on the right",
    (name) => {
      const { value } = activationOf(name);
      expect(Math.abs(value(-1e30))).toBe(0);
      expect(Math.abs(value(-Infinity))).toBe(0);
      expect(value(1e30)).toBe(1e30);
      expect(value(Infinity)).toBe(Infinity);
    },
  );

  test.each(["tanh", "sigmoid", "softsign", "hardTanh", "hardSigmoid"] as const)(
    "%s stays at its limits",
    (name) => {
      const { value } = activationOf(name);
      expect(value(1e30)).toBe(1);
      expect(value(Infinity)).toBe(1);
      expect(Number.isFinite(value(-Infinity))).toBe(true);
    },
  );

  it("GELU keeps its small negative tail", () => {
    expect(activationOf("gelu").value(-10) / -7.61985302416052e-23).toBeCloseTo(1, 12);
  });
});
