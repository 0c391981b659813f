import { describe, expect, it } from "vitest";
import { ShapeMismatchError } from "../errors";
import { descended, handExample, smallLayerPass, type SmallLayer } from "./small-layer";

const nudged = (values: readonly number[], at: number, by: number): readonly number[] =>
  values.map((value, index) => (index === at ? value + by : value));

/** Slope of the loss along one number, by central difference. */
function slope(change: (by: number) => Partial<SmallLayer>, layer: SmallLayer): number {
  const loss = (by: number) => smallLayerPass({ ...layer, ...change(by) }).loss;
  return (loss(1e-5) - loss(-1e-5)) / 2e-5;
}

describe("the hand example", () => {
  const pass = smallLayerPass(handExample);

  it("has the numbers that chapter 5 works out", () => {
    expect(pass).toEqual({
      preActivation: [1, 8, 1, -2],
      output: [1, 8, 1, 0],
      loss: 33,
      outputGradient: [1, 8, 1, 0],
      upstream: [1, 8, 1, 0],
      kernelGradient: [17, 3, 10, 26],
      biasGradient: 10,
      inputGradient: [1, 7, -8, 1, 1, 16, 0, 2, 0],
    });
  });

  it("has a lower loss after a step of 0.01", () => {
    const next = descended(handExample, pass, 0.01);
    expect(next.kernel.map((weight) => weight.toFixed(2))).toEqual([
      "0.83",
      "-1.03",
      "-0.10",
      "1.74",
    ]);
    expect(next.bias).toBeCloseTo(-0.1, 14);
    const after = smallLayerPass(next);
    expect(after.output.map((value) => value.toFixed(2))).toEqual(["0.41", "6.68", "0.41", "0.00"]);
    expect(after.loss).toBeCloseTo(22.4793, 12);
  });

  it("is dead after a step ten times as large, and stays dead whatever it should answer", () => {
    for (const target of [0, 3]) {
      const layer = { ...handExample, target };
      const next = descended(handExample, pass, 0.1);
      const after = smallLayerPass({ ...layer, ...next, target });
      expect(Math.max(...after.preActivation)).toBeLessThanOrEqual(0);
      expect(after.kernelGradient.map(Math.abs)).toEqual([0, 0, 0, 0]);
      expect(after.loss).toBe(2 * target ** 2);
    }
  });
});

describe.each([0, 2, -1.5])("with target %d", (target) => {
  const layer: SmallLayer = {
    input: [1, 3, 0.5, -2, 1, 3, 2, 1, -0.25],
    kernel: [1, -1, 0.5, 2],
    bias: 0.75,
    target,
  };
  const pass = smallLayerPass(layer);

  it("every gradient is the slope that wiggling finds", () => {
    pass.kernelGradient.forEach((gradient, at) =>
      expect(slope((by) => ({ kernel: nudged(layer.kernel, at, by) }), layer)).toBeCloseTo(
        gradient,
        6,
      ),
    );
    pass.inputGradient.forEach((gradient, at) =>
      expect(slope((by) => ({ input: nudged(layer.input, at, by) }), layer)).toBeCloseTo(
        gradient,
        6,
      ),
    );
    expect(slope((by) => ({ bias: layer.bias + by }), layer)).toBeCloseTo(pass.biasGradient, 6);
  });
});

it("refuses an input of another shape than its square", () => {
  expect(() => smallLayerPass({ ...handExample, input: [1, 2, 3, 4, 5] })).toThrow(
    ShapeMismatchError,
  );
});
