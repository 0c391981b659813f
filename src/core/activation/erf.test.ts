import { describe, expect, it, test } from "vitest";
import { erf, erfc, normalShare } from "./erf";

/** x, erf x, erfc x; computed with 40 digits and rounded. */
const REFERENCE = [
  [1e-300, 1.1283791670955126e-300, 1],
  [1e-10, 1.1283791670955126e-10, 0.999999999887162],
  [0.1, 0.1124629160182849, 0.887537083981715],
  [0.3, 0.3286267594591274, 0.6713732405408726],
  [0.5, 0.5204998778130465, 0.4795001221869535],
  [0.75, 0.7111556336535151, 0.28884436634648486],
  [0.99, 0.8385080695553698, 0.1614919304446302],
  [1, 0.8427007929497149, 0.15729920705028513],
  [1.01, 0.8468104962282768, 0.1531895037717233],
  [1.5, 0.9661051464753108, 0.033894853524689274],
  [2, 0.9953222650189527, 0.004677734981047266],
  [2.5, 0.999593047982555, 0.0004069520174449589],
  [3, 0.9999779095030014, 2.209049699858544e-5],
  [4, 0.9999999845827421, 1.541725790028002e-8],
  [5, 0.9999999999984626, 1.537459794428035e-12],
  [5.9, 0.9999999999999999, 7.190409783550478e-17],
  [6, 1, 2.1519736712498913e-17],
  [10, 1, 2.088487583762545e-45],
  [20, 1, 5.395865611607901e-176],
  [26, 1, 5.663192408856143e-296],
] as const;

/** Distance relative to the expected number, in units of 2⁻⁵². */
const units = (actual: number, expected: number) =>
  Math.abs(actual - expected) / Math.abs(expected) / Number.EPSILON;

test.each(REFERENCE)("erf and erfc of %s are right to the last digits", (x, value, complement) => {
  expect(units(erf(x), value)).toBeLessThanOrEqual(3);
  expect(units(erf(-x), -value)).toBeLessThanOrEqual(3);
  expect(units(erfc(x), complement)).toBeLessThanOrEqual(8);
  expect(units(erfc(-x), 1 + value)).toBeLessThanOrEqual(2);
});

describe("erf", () => {
  it("keeps the sign of zero, the limits and NaN", () => {
    expect(erf(-0)).toBe(-0);
    expect(erf(Infinity)).toBe(1);
    expect(erf(-Infinity)).toBe(-1);
    expect(erfc(Infinity)).toBe(0);
    expect(erfc(-Infinity)).toBe(2);
    expect(erf(Number.NaN)).toBeNaN();
    expect(erfc(Number.NaN)).toBeNaN();
  });

  it("gives the shares of a normal distribution", () => {
    expect(normalShare(0)).toBe(0.5);
    expect(normalShare(1) - normalShare(-1)).toBeCloseTo(0.6826894921370859, 15);
    // Rounding z/√2 alone moves the share by z² units in its last place.
    expect(units(normalShare(-10), 7.61985302416052e-24)).toBeLessThan(100);
  });
});
