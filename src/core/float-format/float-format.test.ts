import { describe, expect, it, test } from "vitest";
import { bitsOf, neighbour, valueOf } from "./bits";
import { floatFormats, formatLimits, rounding } from "./float-format";

describe("formatLimits", () => {
  it("are the numbers that chapter 4 quotes", () => {
    const { float16, float32, float64, bfloat16 } = formatLimits;
    expect(float16.largest).toBe(65504);
    expect(float16.smallestNormal).toBe(2 ** -14);
    expect(float16.smallest).toBe(2 ** -24);
    expect(float32.largest).toBe(3.4028234663852886e38);
    expect(float32.smallestNormal).toBe(2 ** -126);
    expect(float32.smallest).toBe(2 ** -149);
    expect(float64.largest).toBe(Number.MAX_VALUE);
    expect(float64.smallest).toBe(Number.MIN_VALUE);
    expect(bfloat16.largest).toBe(3.3895313892515355e38);
    expect(formatLimits["float32-flush"].smallest).toBe(2 ** -126);
  });
});

describe("rounding to float16", () => {
  const half = rounding("float16");

  test.each([
    [1, 1],
    [0.1, 0.0999755859375],
    [-1 / 3, -0.333251953125],
    [2049, 2048],
    [2051, 2052],
    [65519.99, 65504],
    [65520, Infinity],
    [-1e9, -Infinity],
    [2 ** -24, 2 ** -24],
    [2 ** -25, 0],
    [2 ** -25 * 1.0000001, 2 ** -24],
    [3 * 2 ** -25, 2 ** -23],
    [2 ** -14 - 2 ** -26, 2 ** -14],
  ])("takes %s to %s", (value, expected) => {
    expect(half(value)).toBe(expected);
  });

  it("keeps the sign of zero, infinity and NaN", () => {
    expect(half(-0)).toBe(-0);
    expect(half(-1e-10)).toBe(-0);
    expect(half(-Infinity)).toBe(-Infinity);
    expect(half(Number.NaN)).toBeNaN();
  });

  it("rounds once: a number just above a half does not stop in float32 on its way", () => {
    const value = 1 + 2 ** -11 + 2 ** -40;
    expect(half(Math.fround(value))).toBe(1);
    expect(half(value)).toBe(1 + 2 ** -10);
  });

  it("flushes what lies below the smallest normal number", () => {
    const flush = rounding("float16-flush");
    expect(flush(2 ** -14)).toBe(2 ** -14);
    expect(flush(2 ** -15)).toBe(0);
    expect(flush(-(2 ** -15))).toBe(-0);
    // Rounded up to the smallest normal first.
    expect(flush(2 ** -14 - 2 ** -26)).toBe(2 ** -14);
  });
});

describe("rounding to bfloat16 and float32", () => {
  it("keeps eight digits of bfloat16", () => {
    const brain = rounding("bfloat16");
    expect(brain(Math.PI)).toBe(3.140625);
    expect(brain(1 + 2 ** -8)).toBe(1);
    expect(brain(1 + 3 * 2 ** -8)).toBe(1 + 2 ** -6);
    expect(brain(3.4e38)).toBe(Infinity);
    expect(brain(1e-40)).toBeGreaterThan(0);
  });

  it("flushes float32 as a GPU does", () => {
    const flush = rounding("float32-flush");
    expect(flush(0.1)).toBe(Math.fround(0.1));
    expect(flush(1e-39)).toBe(0);
    expect(flush(2 ** -126)).toBe(2 ** -126);
  });
});

test.each(floatFormats)("%s: its own numbers survive rounding, and bits spell them", (format) => {
  const round = rounding(format);
  const { largest, smallestNormal, smallest } = formatLimits[format];
  const values = [0, -0, 1, -1, 1 / 3, 1e-5, 12345.678, largest, -smallest, smallestNormal];
  for (const value of values.map(round)) {
    expect(round(value)).toBe(value);
    expect(valueOf(format, bitsOf(format, value))).toBe(value);
    if (Math.abs(value) < largest && value !== 0) {
      const above = neighbour(format, value, 1);
      const below = neighbour(format, value, -1);
      expect(above).toBeGreaterThan(value);
      expect(below).toBeLessThan(value);
      expect(round(above)).toBe(above);
      expect(neighbour(format, above, -1)).toBe(value);
      // Nothing lies between: the middle goes one way or the other.
      expect([value, above]).toContain(round(value + (above - value) / 2));
    }
  }
  expect(neighbour(format, largest, 1)).toBe(Infinity);
  expect(neighbour(format, 0, 1)).toBe(smallest);
  expect(neighbour(format, 0, -1)).toBe(-smallest);
});
