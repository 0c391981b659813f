import { expect, test } from "vitest";
import { greyPlane } from "./grey-plane";

const mean = (data: Float32Array) => data.reduce((sum, value) => sum + value, 0) / data.length;

test("each new cell is the mean of the area it covers", () => {
  const data = Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const { shape, data: half } = greyPlane({ shape: [3, 3, 1], data }, 2);
  expect(shape).toEqual([2, 2]);
  // Of nine cells of a third each: one whole, two halves, a quarter.
  expect(half[0]).toBeCloseTo((0 + 1 / 2 + 3 / 2 + 4 / 4) / 2.25, 6);
});

test.each([5, 7, 8, 13, 40])("a side of %s keeps the mean", (side) => {
  const data = Float32Array.from({ length: 16 * 10 }, (_, at) => Math.sin(at) ** 2);
  const plane = greyPlane({ shape: [16, 10, 1], data }, side);
  expect(plane.data).toHaveLength(side * side);
  expect(mean(plane.data)).toBeCloseTo(mean(data), 5);
});

test("colours become luma, and a picture of that side stays as it is", () => {
  const data = Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1]);
  const plane = greyPlane({ shape: [2, 2, 3], data }, 2);
  [0.299, 0.587, 0.114, 1].forEach((value, at) => expect(plane.data[at]).toBeCloseTo(value, 6));
});
