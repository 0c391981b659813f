import { describe, expect, it } from "vitest";
import { normalAt, philox4x32, uniformAt } from "./philox";

const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, "0"));

describe("philox4x32", () => {
  it("gives the published words for zeros", () => {
    expect(hex(philox4x32([0, 0, 0, 0], [0, 0]))).toEqual([
      "6627e8d5",
      "e169c58d",
      "bc57ac4c",
      "9b00dbd8",
    ]);
  });

  it("gives the published words for all ones", () => {
    const ones = 0xffffffff;
    expect(hex(philox4x32([ones, ones, ones, ones], [ones, ones]))).toEqual([
      "408f276d",
      "41c83b0e",
      "a20bc7c6",
      "6d5451fd",
    ]);
  });

  it("gives the published words for the digits of pi", () => {
    expect(
      hex(philox4x32([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])),
    ).toEqual(["d16cfe09", "94fdcceb", "5001e420", "24126ea1"]);
  });
});

describe("random numbers by place", () => {
  const draws = (seed: number, at: (place: { seed: number; index: number }) => number) =>
    Array.from({ length: 20_000 }, (_, index) => at({ seed, index }));

  it("are uniform between 0 and 1", () => {
    const values = draws(0, uniformAt);
    const mean = values.reduce((a, b) => a + b) / values.length;
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean).toBeCloseTo(0.5, 2);
  });

  it("are normal with mean 0 and variance 1", () => {
    const values = draws(7, normalAt);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + b * b, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  });

  it("differ by seed, stream, step and index, and seed 0 is a seed", () => {
    const place = { seed: 0, stream: 0, step: 0, index: 0 };
    const values = [
      place,
      { ...place, seed: 1 },
      { ...place, stream: 1 },
      { ...place, step: 1 },
      { ...place, index: 1 },
      { ...place, seed: 2 ** 40 },
    ].map(uniformAt);
    expect(new Set(values).size).toBe(values.length);
    expect(uniformAt(place)).toBe(values[0]);
  });
});
