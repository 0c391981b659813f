import { describe, expect, it } from "vitest";
import { joinRanges, rangeOf, resolveLimit } from "./scale";

describe("rangeOf", () => {
  it("is 0 to 0 where nothing is finite", () => {
    expect(rangeOf([NaN, Infinity])).toEqual({
      min: 0,
      max: 0,
      nan: 1,
      positiveInfinity: 1,
      negativeInfinity: 0,
      peakAt: -1,
    });
  });

  it("finds the first of the largest magnitudes", () => {
    expect(rangeOf([1, NaN, -7, 7, Infinity]).peakAt).toBe(2);
  });

  it("keeps the largest float32 numbers", () => {
    const most = 3.4028234663852886e38;
    expect(rangeOf([most, -most])).toMatchObject({ min: -most, max: most });
  });

  it("joins over several planes", () => {
    expect(joinRanges([rangeOf([1, NaN]), rangeOf([-2, NaN])])).toMatchObject({
      min: -2,
      max: 1,
      nan: 2,
      peakAt: 0,
    });
    expect(joinRanges([rangeOf([NaN]), rangeOf([NaN])]).peakAt).toBe(-1);
    expect(joinRanges([rangeOf([1, NaN]), rangeOf([0, -2])]).peakAt).toBe(1);
  });
});

describe("resolveLimit", () => {
  const range = rangeOf([-3, 2]);
  it("takes the largest magnitude when left to itself", () => {
    expect(resolveLimit({ kind: "signed", limit: "auto" }, range)).toBe(3);
  });
  it("takes what it is told", () => {
    expect(resolveLimit({ kind: "sequential", limit: 0.5 }, range)).toBe(0.5);
    expect(resolveLimit({ kind: "clip", low: 0, high: 4 }, range)).toBe(4);
  });
});
