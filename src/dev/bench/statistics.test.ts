import { expect, test } from "vitest";
import { spread } from "./statistics";

test("the median of an even count is the mean of the middle two", () => {
  expect(spread([4, 1, 3, 2])).toEqual({ min: 1, median: 2.5, max: 4 });
});

test("one sample is its own spread", () => {
  expect(spread([7])).toEqual({ min: 7, median: 7, max: 7 });
});
