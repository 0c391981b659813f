import { expect, test } from "vitest";
import type { Conv2dBackwardRequest } from "../../conv2d-backward";
import { BudgetError, RequestError, ShapeMismatchError } from "../../errors";
import { checkConv2dBackward } from "./check";

const block = (...shape: number[]) => ({
  shape,
  data: new Float32Array(shape.reduce((product, side) => product * side, 1)),
});

const good: Conv2dBackwardRequest = {
  job: "conv2dBackward",
  input: block(1, 5, 6, 2),
  weights: block(3, 2, 2, 4),
  outputGradient: block(1, 3, 5, 4),
};

test("answers the sizes", () => {
  const { outHeight, outWidth } = checkConv2dBackward(good);
  expect([outHeight, outWidth]).toEqual([3, 5]);
});

test.each<[string, Partial<Conv2dBackwardRequest>, new (message: string) => Error]>([
  ["a gradient of another shape", { outputGradient: block(1, 3, 4, 4) }, ShapeMismatchError],
  [
    "missing numbers",
    { outputGradient: { shape: [1, 3, 5, 4], data: new Float32Array(59) } },
    ShapeMismatchError,
  ],
  ["a stride of 0", { stride: 0 }, RequestError],
  ["groups that do not divide", { groups: 3 }, ShapeMismatchError],
  [
    "too much work",
    {
      input: block(1, 512, 512, 8),
      weights: block(9, 9, 8, 8),
      outputGradient: block(1, 504, 504, 8),
    },
    BudgetError,
  ],
])("refuses %s", (_, change, error) => {
  expect(() => checkConv2dBackward({ ...good, ...change })).toThrow(error);
});
