import { expect, test } from "vitest";
import { BudgetError, RequestError, ShapeMismatchError } from "../../errors";
import type { Pool2dRequest } from "../../pool2d";
import { checkPool2d } from "./check";

const good: Pool2dRequest = {
  job: "pool2d",
  kind: "max",
  input: { shape: [1, 4, 6, 2], data: new Float32Array(48) },
  size: 2,
};

test("answers the sizes", () => {
  const { rows, columns } = checkPool2d(good);
  expect([rows.outSize, columns.outSize]).toEqual([2, 3]);
});

test.each<[string, Partial<Pool2dRequest>, new (message: string) => Error]>([
  ["an unknown kind", { kind: "least" as "max" }, RequestError],
  ["a window that does not fit", { size: 5 }, ShapeMismatchError],
  [
    "missing numbers",
    { input: { shape: [1, 4, 6, 2], data: new Float32Array(4) } },
    ShapeMismatchError,
  ],
  ["dilated means", { kind: "average", dilation: [1, 2] }, RequestError],
  ["a stride of 0", { stride: 0 }, RequestError],
  [
    "too much work",
    {
      input: { shape: [1, 2048, 2048, 1], data: new Float32Array(2 ** 22) },
      size: 1024,
      stride: 1,
    },
    BudgetError,
  ],
])("refuses %s", (_, change, error) => {
  expect(() => checkPool2d({ ...good, ...change })).toThrow(error);
});
