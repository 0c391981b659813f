import { describe, expect, it } from "vitest";
import { printFormula } from "./print-formula";

const printed = (formula: string) =>
  (["torch", "np", "tf"] as const).map((library) => printFormula(formula, library));

describe("a formula for three libraries", () => {
  it.each([
    ["max(0, x)", "x.clamp(min=0)", "np.maximum(0, x)", "tf.maximum(0, x)"],
    [
      "x^2 + exp(1)",
      `((x ** 2) + ${Math.E})`,
      `((x ** 2) + ${Math.E})`,
      `tf.add(tf.pow(x, 2), ${Math.E})`,
    ],
    [
      "where(x < 0, -x, x)",
      "torch.where(x < 0, (-x), x)",
      "np.where(x < 0, (-x), x)",
      "tf.where(tf.less(x, 0), tf.neg(x), x)",
    ],
  ])("%s is printed in their words", (formula, ...expected) => {
    expect(printed(formula)).toEqual(expected);
  });

  it("keeps the type of x where both branches are numbers", () => {
    expect(printed("where(x > 0, 1, -1)")).toEqual([
      "torch.where(x > 0, torch.full_like(x, 1), -1)",
      "np.where(x > 0, np.full_like(x, 1), -1)",
      "tf.where(tf.greater(x, 0), tf.fill(x.shape, 1), -1)",
    ]);
  });

  it("keeps the shape of x where x does not occur", () => {
    expect(printed("3")).toEqual([
      "torch.full_like(x, 3)",
      "np.full_like(x, 3)",
      "tf.fill(x.shape, 3)",
    ]);
  });

  it("decides a comparison of numbers", () => {
    expect(printed("where(1 < 2, x, 0)")).toEqual(["x", "x", "x"]);
    expect(printed("where(1 > 2, x, 0)")[1]).toBe("np.full_like(x, 0)");
  });

  it("lets no power swallow a minus in front", () => {
    expect(printed("(-2)^x")).toEqual(["((-2) ** x)", "((-2) ** x)", "tf.pow(-2, x)"]);
  });

  it("writes what is no number, and what is large, as the language reads it", () => {
    expect(printed("x + sqrt(-1)")).toEqual([
      '(x + float("NaN"))',
      '(x + float("NaN"))',
      "tf.add(x, NaN)",
    ]);
    expect(printed("x - 1/0")[0]).toBe('(x - float("Infinity"))');
    expect(printed("10^20 * x")[0]).toBe("(1e+20 * x)");
  });
});
