import { describe, expect, it } from "vitest";
import { ShapeMismatchError } from "../errors";
import { dense, denseBackward } from "./dense";

const block = (shape: readonly number[], ...values: number[]) => ({
  shape,
  data: Float32Array.from(values),
});

describe("dense", () => {
  const args = {
    input: block([2, 3], 1, 2, 3, -1, 0, 1),
    weights: block([3, 2], 1, 0, 0, 1, 2, -1),
    bias: block([2], 0.5, -0.5),
  };

  it("adds up weighted inputs and the bias", () => {
    expect([...dense(args).data]).toEqual([7.5, -1.5, 1.5, -1.5]);
  });

  it("sends gradients back by the transposed weights", () => {
    const gradients = denseBackward(args, block([2, 2], 1, 0, 0, 1));
    expect([...gradients.input.data]).toEqual([1, 0, 2, 0, 1, -1]);
    expect([...gradients.weights.data]).toEqual([1, -1, 2, 0, 3, 1]);
    expect([...gradients.bias.data]).toEqual([1, 1]);
  });

  it("rounds once: what overflows float32 becomes infinite, what cancels does not", () => {
    const weights = block([2, 1], 3e38, -3e38);
    expect(dense({ input: block([1, 2], 2, 2), weights }).data[0]).toBe(0);
    expect(dense({ input: block([1, 2], 2, 0), weights }).data[0]).toBe(Infinity);
  });

  it("refuses shapes that do not fit", () => {
    expect(() => dense({ ...args, weights: block([2, 2], 1, 1, 1, 1) })).toThrow(
      ShapeMismatchError,
    );
    expect(() => denseBackward(args, block([2, 3], 0, 0, 0, 0, 0, 0))).toThrow(ShapeMismatchError);
  });
});
