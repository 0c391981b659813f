import { describe, expect, it } from "vitest";
import { ShapeMismatchError } from "../errors";
import { angleEntry, colorize, entryRule } from "./colorize";
import { ANGLE_BACKGROUND, HATCH, hatchAt, palette, PALETTE_SIZE, SIGNED_ZERO } from "./palette";
import type { ColorScale } from "./scale";

const colour = (pixels: Uint8ClampedArray, at: number) => [...pixels.subarray(at * 4, at * 4 + 4)];
const entry = (name: Parameters<typeof palette>[0], at: number) => colour(palette(name), at);
const one = (values: readonly number[], scale: ColorScale) =>
  colorize([Float32Array.from(values)], values.length, 1, scale);

describe("colorize", () => {
  it("puts zero in the middle of the signed scale and the limits at its ends", () => {
    const { pixels, limit } = one([-2, 0, 2], { kind: "signed", limit: "auto" });
    expect(limit).toBe(2);
    expect([0, 1, 2].map((at) => colour(pixels, at))).toEqual([
      entry("signed", 1),
      entry("signed", SIGNED_ZERO),
      entry("signed", 255),
    ]);
  });

  it("clips what lies past a fixed limit", () => {
    const { pixels } = one([-9, 9], { kind: "signed", limit: 1 });
    expect(colour(pixels, 0)).toEqual(entry("signed", 1));
    expect(colour(pixels, 1)).toEqual(entry("signed", 255));
  });

  it("clips like an image file", () => {
    const { pixels } = one([-1, 0, 0.5, 1, 2], { kind: "clip", low: 0, high: 1 });
    expect([0, 1, 2, 3, 4].map((at) => pixels[at * 4])).toEqual([0, 0, 128, 255, 255]);
  });

  it("shows a plane of zeros as zeros", () => {
    const { pixels, limit } = one([0, 0], { kind: "signed", limit: "auto" });
    expect(limit).toBe(1);
    expect(colour(pixels, 1)).toEqual(entry("signed", SIGNED_ZERO));
  });

  it("hatches what is not finite and counts it, and leaves it out of the limit", () => {
    const { pixels, range, limit } = one([NaN, Infinity, -Infinity, 3], {
      kind: "signed",
      limit: "auto",
    });
    expect(limit).toBe(3);
    expect(range).toMatchObject({
      min: 3,
      max: 3,
      nan: 1,
      positiveInfinity: 1,
      negativeInfinity: 1,
    });
    for (let x = 0; x < 3; x++) expect(colour(pixels, x)).toEqual([...HATCH[hatchAt(x, 0)]]);
  });

  it("shows three channels as a picture and one as grey", () => {
    const planes = [1, 0.5, 0].map((value) => Float32Array.of(value));
    expect(colour(colorize(planes, 1, 1, { kind: "picture" }).pixels, 0)).toEqual([
      255, 128, 0, 255,
    ]);
    expect(colour(one([0.5], { kind: "picture" }).pixels, 0)).toEqual([128, 128, 128, 255]);
  });

  it("turns direction into hue and size into strength", () => {
    const x = Float32Array.of(2, 0, 0);
    const y = Float32Array.of(0, 0, 1);
    const { pixels, limit } = colorize([x, y], 3, 1, { kind: "angle", limit: "auto" });
    expect(limit).toBe(2);
    expect(colour(pixels, 0)).toEqual(entry("angle", 128));
    expect(colour(pixels, 1)).toEqual([...ANGLE_BACKGROUND, 255]);
    expect(angleEntry(0, 1)).toBe(192);
  });

  it("refuses planes of another size", () => {
    expect(() => colorize([new Float32Array(3)], 2, 2, { kind: "picture" })).toThrow(
      ShapeMismatchError,
    );
  });
});

describe("entryRule", () => {
  it("spreads low to high over all entries", () => {
    const { scale, offset } = entryRule({ kind: "clip", low: -1, high: 3 }, 3);
    expect(Math.floor(-1 * scale + offset)).toBe(0);
    expect(Math.floor(3 * scale + offset)).toBe(PALETTE_SIZE - 1);
  });
});

describe("palettes", () => {
  const lightness = ([r = 0, g = 0, b = 0]: readonly number[]) => 0.299 * r + 0.587 * g + 0.114 * b;

  it("darken away from zero on both sides, equally", () => {
    for (let step = 1; step < 127; step++) {
      const up = lightness(entry("signed", SIGNED_ZERO + step));
      const down = lightness(entry("signed", SIGNED_ZERO - step));
      expect(up).toBeLessThan(lightness(entry("signed", SIGNED_ZERO + step - 1)) + 1);
      expect(Math.abs(up - down)).toBeLessThan(25);
    }
  });

  it("are opaque", () => {
    for (const name of ["signed", "grey", "sequential", "angle", "plane-red"] as const)
      for (let at = 0; at < PALETTE_SIZE; at++) expect(entry(name, at)[3]).toBe(255);
  });
});
