import { describe, expect, it } from "vitest";
import { RequestError, ShapeMismatchError } from "../errors";
import { crossEntropy } from "./cross-entropy";

const logits = (...values: number[]) => ({
  shape: [1, values.length],
  data: Float64Array.from(values),
});

describe("crossEntropy", () => {
  it("is ln 10 for ten classes of which nothing is known", () => {
    expect(crossEntropy(logits(...Array(10).fill(3)), [7]).loss).toBeCloseTo(Math.log(10), 14);
  });

  it("gives chapter 5's numbers for logits 2, 1 and 0.1", () => {
    const { loss, gradient } = crossEntropy(logits(2, 1, 0.1), [0]);
    expect(loss).toBeCloseTo(0.417, 4);
    expect([...gradient.data].map((value) => value.toFixed(4))).toEqual([
      "-0.3410",
      "0.2424",
      "0.0986",
    ]);
  });

  it("counts an impossible class that is not the label as nothing", () => {
    expect(crossEntropy(logits(0, -Infinity), [0]).loss).toBe(0);
    expect(crossEntropy(logits(0, -Infinity), [1]).loss).toBe(Infinity);
  });

  it("shows a NaN logit in the loss", () => {
    expect(crossEntropy(logits(1, Number.NaN), [0]).loss).toBeNaN();
  });

  it("refuses labels that are no class, and not one an example", () => {
    expect(() => crossEntropy(logits(1, 2), [2])).toThrow(RequestError);
    expect(() => crossEntropy(logits(1, 2), [0.5])).toThrow(RequestError);
    expect(() => crossEntropy(logits(1, 2), [0, 1])).toThrow(ShapeMismatchError);
    expect(() => crossEntropy(logits(1, 2), [0], { labelSmoothing: 1 })).toThrow(RequestError);
  });
});
