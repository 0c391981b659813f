import { describe, expect, it } from "vitest";
import type { Numbers } from "../numbers";
import { checkGradient, slopeByDifference } from "./gradient-check";

const loss = (values: Numbers): number => Math.exp(values[0]!) * Math.sin(values[1]!);
const gradientAt = ([x = 0, y = 0]: Numbers) => [
  Math.exp(x) * Math.cos(y - Math.PI / 2),
  Math.exp(x) * Math.cos(y),
];

describe("checkGradient", () => {
  const values = Float64Array.of(0.7, 1.1);
  const gradient = gradientAt(values);

  it("finds its best step near the cube root of the rounding in float64", () => {
    const { best } = checkGradient({ values, loss, gradient });
    expect(best.epsilon).toBeGreaterThan(1e-7);
    expect(best.epsilon).toBeLessThan(1e-4);
    expect(best.worst).toBeLessThan(1e-9);
  });

  it("finds a much wider best step in float32", () => {
    const narrow = Float32Array.from(values);
    const rounded = (at: Numbers) => Math.fround(loss(at));
    const { best } = checkGradient({ values: narrow, loss: rounded, gradient: gradientAt(narrow) });
    expect(best.epsilon).toBeGreaterThan(5e-4);
    expect(best.epsilon).toBeLessThan(0.1);
    expect(best.worst).toBeLessThan(1e-3);
  });

  it("has errors that rise on both sides of the valley", () => {
    const { byEpsilon, best } = checkGradient({ values, loss, gradient });
    expect(byEpsilon[0]!.worst).toBeGreaterThan(1e3 * best.worst);
    expect(byEpsilon.at(-1)!.worst).toBeGreaterThan(1e3 * best.worst);
  });

  it("names the number of a gradient that is wrong", () => {
    const wrong = [gradient[0]!, -gradient[1]!];
    const { best } = checkGradient({ values, loss, gradient: wrong });
    expect(best.at).toBe(1);
    expect(best.worst).toBeCloseTo(2 * Math.abs(gradient[1]!), 2);
  });

  it("answers NaN where a step is too small to be one", () => {
    const far = Float32Array.of(1e6, 0);
    expect(slopeByDifference((at) => at[0]!, far, 0, 1e-3)).toBeNaN();
  });
});
