import { describe, expect, it } from "vitest";
import { RequestError, ShapeMismatchError } from "../errors";
import {
  batchNorm,
  batchNormBackward,
  batchNormFrozen,
  batchNormFrozenBackward,
  freshStatistics,
} from "./batch-norm";

const block = (shape: readonly number[], ...values: number[]) => ({
  shape,
  data: Float64Array.from(values),
});

const args = {
  input: block([4, 2], 1, 10, 2, 30, 4, 20, 9, -20),
  gamma: block([2], 2, 0.5),
  beta: block([2], -1, 3),
};
const fresh = freshStatistics(args.input.data, 2);

describe("batchNorm", () => {
  it("gives every channel the mean beta and the deviation gamma", () => {
    const { data } = batchNorm({ ...args, epsilon: 0 }, fresh).output;
    for (const channel of [0, 1]) {
      const values = [...data].filter((_, at) => at % 2 === channel);
      const mean = values.reduce((a, b) => a + b) / 4;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4;
      expect(mean).toBeCloseTo(args.beta.data[channel]!, 12);
      expect(Math.sqrt(variance)).toBeCloseTo(args.gamma.data[channel]!, 12);
    }
  });

  it("lets no common shift or scale of the input through", () => {
    const scaled = { ...args.input, data: args.input.data.map((value) => 50 * value + 7) };
    const plain = batchNorm({ ...args, epsilon: 0 }, fresh).output.data;
    const moved = batchNorm({ ...args, epsilon: 0, input: scaled }, fresh).output.data;
    moved.forEach((value, at) => expect(value).toBeCloseTo(plain[at]!, 10));
  });

  it("sends back gradients with no mean and no part along the result", () => {
    const gradients = batchNormBackward(args, block([4, 2], 1, 0, 0, 3, -2, 1, 5, 5));
    const sums = [0, 0];
    gradients.input.data.forEach((value, at) => (sums[at % 2]! += value));
    expect(sums[0]).toBeCloseTo(0, 12);
    expect(sums[1]).toBeCloseTo(0, 12);
  });

  it("refuses a single number a channel and shapes that do not fit", () => {
    const single = { ...args, input: block([1, 2], 1, 2) };
    expect(() => batchNorm(single, fresh)).toThrow(RequestError);
    expect(() => batchNorm({ ...args, gamma: block([1], 1) }, fresh)).toThrow(ShapeMismatchError);
  });
});

describe("batchNormFrozen", () => {
  const running = { mean: block([2], 1, 2), variance: block([2], 4, 9) };

  it("treats every example alone", () => {
    const alone = batchNormFrozen({ ...args, input: block([1, 2], 1, 10) }, running).data;
    const together = batchNormFrozen(args, running).data;
    expect(alone).toEqual(together.slice(0, 2));
  });

  it("has a gradient that scales each channel", () => {
    const upstream = block([4, 2], 1, 1, 2, 2, 3, 3, 4, 4);
    const { input, gamma, beta } = batchNormFrozenBackward(
      { ...args, epsilon: 0 },
      running,
      upstream,
    );
    expect([...beta.data]).toEqual([10, 10]);
    expect(input.data[0]).toBe(1);
    expect(input.data[1]).toBeCloseTo(1 / 6, 14);
    expect(gamma.data[0]).toBeCloseTo((1 * 2 + 3 * 3 + 8 * 4) / 2, 12);
  });
});
