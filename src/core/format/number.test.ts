import { describe, expect, test } from "vitest";
import { formatInteger, formatNumber, formatSigned } from "./number";

describe("formatNumber", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [-1, "−1"],
    [0.1 + 0.2, "0.3"],
    [1 / 9, "0.1111"],
    [12.8284, "12.83"],
    [1234.5678, "1235"],
    [-12345.678, "−12,346"],
    [0.001, "0.001"],
    [0.00099, "9.9e−4"],
    [3.4028234663852886e38, "3.4e38"],
    [-1.4e-45, "−1.4e−45"],
    [1e6, "1e6"],
    [NaN, "NaN"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ])("prints %d as %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

test("signed numbers carry a plus, zero does not", () => {
  expect([2.5, 0, -2.5].map(formatSigned)).toEqual(["+2.5", "0", "−2.5"]);
});

test("whole numbers are grouped", () => {
  expect([11643291, -999, 1000.4, NaN].map(formatInteger)).toEqual([
    "11,643,291",
    "−999",
    "1,000",
    "NaN",
  ]);
});
