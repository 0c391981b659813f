import { describe, expect, it, test } from "vitest";
import { RequestError } from "../errors";
import { normalAt } from "../random/philox";
import { histogram } from "./histogram";
import { median, quantiles } from "./quantiles";
import { summary } from "./summary";

const draws = Float64Array.from({ length: 4000 }, (_, index) => normalAt({ seed: 3, index }) + 0.5);

describe("summary", () => {
  it("gives the textbook moments", () => {
    const { count, mean, deviation, rms, logRms, smallest, largest } = summary([1, 2, 3, 4, 10]);
    expect({ count, mean, smallest, largest }).toEqual({
      count: 5,
      mean: 4,
      smallest: 1,
      largest: 10,
    });
    expect(deviation).toBeCloseTo(Math.sqrt(12.5), 14);
    expect(rms).toBeCloseTo(Math.sqrt(26), 14);
    expect(logRms).toBeCloseTo(Math.log10(Math.sqrt(26)), 14);
  });

  test.each([1e38, 1e-38, 1e-44, 1e300, 1e-300])("survives numbers around %s", (scale) => {
    const plain = summary(draws);
    const scaled = summary(draws.map((value) => value * scale));
    expect(scaled.mean / scale / plain.mean).toBeCloseTo(1, 10);
    expect(scaled.deviation / scale / plain.deviation).toBeCloseTo(1, 10);
    expect(scaled.rms / scale / plain.rms).toBeCloseTo(1, 10);
    expect(scaled.logRms).toBeCloseTo(plain.logRms + Math.log10(scale), 8);
  });

  it("keeps the deviation of numbers far from 0", () => {
    const far = draws.map((value) => value + 1e9);
    expect(summary(far).deviation / summary(draws).deviation).toBeCloseTo(1, 6);
  });

  it("counts zeros, subnormals, infinities and NaN apart", () => {
    const values = Float32Array.of(0, -0, 1e-40, -1e-45, 1, Infinity, -Infinity, Number.NaN);
    const { zeros, subnormals, infinities, nans } = summary(values);
    expect({ zeros, subnormals, infinities, nans }).toEqual({
      zeros: 2,
      subnormals: 2,
      infinities: 2,
      nans: 1,
    });
    expect(summary([1e-5], 2 ** -14).subnormals).toBe(1);
  });

  it("shows what is broken for what it is", () => {
    expect(summary([1, Number.NaN])).toMatchObject({ mean: NaN, rms: NaN, largest: NaN });
    expect(summary([1, Infinity])).toMatchObject({ mean: Infinity, rms: Infinity, deviation: NaN });
    expect(summary([-Infinity, Infinity])).toMatchObject({ mean: NaN, logRms: Infinity });
    expect(summary([0, 0])).toMatchObject({ mean: 0, deviation: 0, rms: 0, logRms: -Infinity });
    expect(summary([])).toMatchObject({ count: 0, mean: NaN });
    expect(summary([5]).deviation).toBeNaN();
  });
});

describe("quantiles", () => {
  it("interpolate between neighbours", () => {
    expect(quantiles([4, 1, 3, 2], [0, 0.25, 0.5, 1])).toEqual([1, 1.75, 2.5, 4]);
    expect(median([3, 1, 2])).toBe(2);
  });

  it("leave NaN out and bear infinities", () => {
    expect(median([Number.NaN, 1, 3])).toBe(2);
    expect(quantiles([-Infinity, -Infinity, Infinity], [0.25, 1])).toEqual([-Infinity, Infinity]);
    expect(median([])).toBeNaN();
  });

  it("refuse shares that are none", () => {
    expect(() => quantiles([1], [1.1])).toThrow(RequestError);
  });
});

describe("histogram", () => {
  it("loses no number", () => {
    const values = [-1, 0, 0.49, 0.5, 1, 1.01, Infinity, -Infinity, Number.NaN];
    const { counts, below, above, nans } = histogram(values, { from: 0, to: 1, bins: 2 });
    expect([...counts]).toEqual([2, 2]);
    expect({ below, above, nans }).toEqual({ below: 2, above: 2, nans: 1 });
  });

  it("refuses empty ranges and broken bins", () => {
    expect(() => histogram([], { from: 1, to: 1, bins: 2 })).toThrow(RequestError);
    expect(() => histogram([], { from: 0, to: Infinity, bins: 2 })).toThrow(RequestError);
    expect(() => histogram([], { from: 0, to: 1, bins: 1.5 })).toThrow(RequestError);
  });
});
