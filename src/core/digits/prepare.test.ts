import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { digit, digitSide } from "./digit";
import { inked } from "./pen";
import { centerOfInk, fittedSide, prepareDigit, resized } from "./prepare";

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe("resized", () => {
  it("keeps the mean, whatever the sizes", () => {
    const picture = { shape: [7, 5], data: Float32Array.from({ length: 35 }, (_, at) => at / 35) };
    for (const [rows, columns] of [
      [3, 4],
      [7, 5],
      [20, 11],
    ] as const) {
      const { data } = resized(picture, rows, columns);
      expect(sum(data) / data.length).toBeCloseTo(sum(picture.data) / 35, 5);
    }
    expect([...resized(picture, 7, 5).data]).toEqual([...picture.data]);
  });

  it("halves by means of two by two", () => {
    const { data } = resized(
      { shape: [2, 4], data: Float32Array.of(1, 0, 0, 0, 1, 1, 0, 1) },
      1,
      2,
    );
    expect([...data]).toEqual([0.75, 0.25]);
  });
});

describe("prepareDigit", () => {
  it("has nothing to prepare on a blank", () => {
    expect(prepareDigit({ shape: [9, 9], data: new Float32Array(81) }, digitSide)).toBeNull();
  });

  it("makes the longer side 20 pixels and keeps the proportions", () => {
    const data = new Float32Array(60 * 80);
    for (let row = 10; row < 40; row++) data.fill(1, row * 80 + 60, row * 80 + 75);
    const { bounds, fitted, mass } = prepareDigit({ shape: [60, 80], data }, digitSide)!;
    expect(bounds).toEqual({ row: 10, column: 60, rows: 30, columns: 15 });
    expect(fitted.shape).toEqual([fittedSide, 10]);
    expect(mass[0]).toBeCloseTo(9.5, 6);
    expect(mass[1]).toBeCloseTo(4.5, 6);
  });

  test.prop([
    fc.array(fc.integer({ min: 6, max: 105 }), { minLength: 4, maxLength: 12 }),
    fc.integer({ min: 3, max: 12 }),
  ])(
    "lays any ink in the middle, to the pixel, unless the border holds it",
    (points, thickness) => {
      const path = Float64Array.from(points.slice(0, points.length - (points.length % 2)));
      const data = inked([path], 112, { thickness, softness: 2, gain: 1 });
      const prepared = prepareDigit({ shape: [112, 112], data }, digitSide)!;
      const [rows, columns] = prepared.fitted.shape as [number, number];
      expect(Math.max(rows, columns)).toBe(fittedSide);
      const center = centerOfInk(prepared.centered);
      center.forEach((place, axis) => {
        const free = digitSide - prepared.fitted.shape[axis]!;
        const wanted = Math.round(13.5 - prepared.mass[axis]!);
        if (wanted >= 0 && wanted <= free) expect(Math.abs(place - 13.5)).toBeLessThan(0.501);
      });
      expect(sum(prepared.centered.data)).toBeCloseTo(sum(prepared.fitted.data), 2);
    },
  );

  it("leaves a digit of the generator nearly where it was", () => {
    for (let index = 0; index < 10; index++) {
      const { image } = digit(5, index, { shift: 0 });
      const { centered } = prepareDigit(image, digitSide)!;
      const [row, column] = centerOfInk(centered);
      const [before, beside] = centerOfInk(image);
      expect(Math.hypot(row - before, column - beside)).toBeLessThan(2);
    }
  });
});
