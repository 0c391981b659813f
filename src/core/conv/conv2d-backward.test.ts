import { describe, expect, it } from "vitest";
import { ShapeMismatchError } from "../errors";
import { conv2dBackward } from "./conv2d-backward";
import { correlate } from "./correlate";

const block = (shape: readonly number[], ...values: number[]) => ({
  shape,
  data: Float32Array.from(values),
});

describe("conv2dBackward", () => {
  const input = block([1, 3, 3, 1], 1, 2, 0, 0, 1, 3, 2, 1, 0);
  const weights = block([2, 2, 1, 1], 1, -1, 0, 2);

  it("gives chapter 5's hand example", () => {
    expect([...correlate({ input, weights }).data]).toEqual([1, 8, 1, -2]);
    const outputGradient = block([1, 2, 2, 1], 1, 8, 1, 0);
    const gradients = conv2dBackward({ input, weights, outputGradient });
    expect([...gradients.weights.data]).toEqual([17, 3, 10, 26]);
    expect([...gradients.bias.data]).toEqual([10]);
    expect([...gradients.input.data]).toEqual([1, 7, -8, 1, 1, 16, 0, 2, 0]);
  });

  it("sends all of a circular border's gradient back into the picture", () => {
    const padding = { top: 1, bottom: 0, left: 0, right: 2 };
    const outputGradient = block([1, 3, 4, 1], ...Array(12).fill(1));
    const gradients = conv2dBackward({
      padding,
      paddingMode: "circular",
      input,
      weights,
      outputGradient,
    });
    const total = gradients.input.data.reduce((sum, value) => sum + value, 0);
    expect(total).toBe(12 * (1 - 1 + 0 + 2));
  });

  it("refuses a gradient of another shape than the result's", () => {
    const outputGradient = block([1, 3, 3, 1], ...Array(9).fill(0));
    expect(() => conv2dBackward({ input, weights, outputGradient })).toThrow(ShapeMismatchError);
  });
});
