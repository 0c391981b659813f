import { describe, expect, it } from "vitest";
import { correlate } from "./sobel.fixture";
import { PICTURES, builtInPicture, pictureIds } from "./catalogue";
import { checkerboard } from "./checkerboard";
import { colorDiscs } from "./color-discs";
import { makePicture } from "./make-picture";
import { ramp, rampSlopes } from "./ramp";
import { stepEdge } from "./step-edge";
import { zonePlate } from "./zone-plate";

describe("every picture of the book", () => {
  it.each(PICTURES)(
    "$id has values between 0 and 1 in its shape at any side",
    ({ id, channels }) => {
      for (const side of [8, 9, 31, 64]) {
        const { shape, data } = makePicture(id, side);
        expect(shape).toEqual([side, side, channels]);
        expect(data.length).toBe(side * side * channels);
        expect(data.every((value) => value >= 0 && value <= 1)).toBe(true);
      }
    },
  );

  it.each(PICTURES)("$id is the same each time, and not of one value", ({ id }) => {
    const picture = makePicture(id, 32);
    expect(makePicture(id, 32)).toEqual(picture);
    expect(Math.max(...picture.data) - Math.min(...picture.data)).toBeGreaterThan(0.2);
  });

  it("has its own name, and names of no picture find none", () => {
    expect(PICTURES.map(({ id }) => id)).toEqual([...pictureIds]);
    expect(builtInPicture("ramp")?.label).toBe("Ramp");
    expect(builtInPicture("toString")).toBeUndefined();
  });
});

describe("ramp", () => {
  it.each([8, 100, 256, 512])(
    "at side %i gives Sobel exactly 8a and 8b, in 32-bit floats",
    (side) => {
      const { a, b } = rampSlopes(side);
      const { x, y } = correlate(ramp(side));
      expect(new Set(x)).toEqual(new Set([8 * a]));
      expect(new Set(y)).toEqual(new Set([8 * b]));
    },
  );

  it("has slopes 1/512 and 1/1024 at side 256, and clips nothing", () => {
    expect(rampSlopes(256)).toEqual({ a: 1 / 512, b: 1 / 1024 });
    const { data } = ramp(256);
    expect(Math.min(...data)).toBeGreaterThan(0);
    expect(Math.max(...data)).toBeLessThan(1);
  });
});

describe("step edge", () => {
  it.each([8, 33, 256])("at side %i gives Sobel 4 beside the step and 0 elsewhere", (side) => {
    const { x, y } = correlate(stepEdge(side));
    const middle = Math.floor(side / 2);
    x.forEach((value, at) => {
      const column = (at % (side - 2)) + 1;
      expect(value).toBe(column === middle || column === middle - 1 ? 4 : 0);
    });
    expect(y.every((value) => value === 0)).toBe(true);
  });
});

describe("the other patterns", () => {
  it("the checkerboard has eight squares a row, black first", () => {
    const { data } = checkerboard(16);
    expect([...data.slice(0, 16)]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1]);
    expect(data[2 * 16]).toBe(1);
  });

  it("the zone plate is bright in the middle and the same in all four quarters", () => {
    const { data } = zonePlate(65);
    expect(data[32 * 65 + 32]).toBe(1);
    for (let at = 0; at < data.length; at++) expect(data[at]).toBe(data[data.length - 1 - at]);
  });

  it("the discs are one colour alone outside, white together, black in the corner", () => {
    const { data } = colorDiscs(128);
    const at = (row: number, column: number) => [
      ...data.slice(3 * (row * 128 + column)).slice(0, 3),
    ];
    expect(at(20, 64)).toEqual([1, 0, 0]);
    expect(at(66, 64)).toEqual([1, 1, 1]);
    expect(at(0, 0)).toEqual([0, 0, 0]);
  });
});

describe("still life", () => {
  const picture = makePicture("still-life", 96);

  it("looks the same, large or small: edges are smooth, nothing jumps", () => {
    const small = makePicture("still-life", 48).data;
    let difference = 0;
    for (let row = 0; row < 48; row++) {
      for (let column = 0; column < 48; column++) {
        for (let channel = 0; channel < 3; channel++) {
          const value = (r: number, c: number) =>
            picture.data[3 * ((2 * row + r) * 96 + 2 * column + c) + channel]!;
          const mean = (value(0, 0) + value(0, 1) + value(1, 0) + value(1, 1)) / 4;
          difference += Math.abs(mean - small[3 * (row * 48 + column) + channel]!);
        }
      }
    }
    expect(difference / small.length).toBeLessThan(0.01);
  });

  it("has colour, dark and bright, and edges in every direction", () => {
    const means = [0, 1, 2].map((channel) => {
      let sum = 0;
      for (let at = channel; at < picture.data.length; at += 3) sum += picture.data[at]!;
      return sum / (96 * 96);
    });
    for (const mean of means) expect(mean).toBeGreaterThan(0.2);
    expect(Math.max(...picture.data)).toBeGreaterThan(0.9);
    expect(Math.min(...picture.data)).toBeLessThan(0.15);
    const grey = picture.data.filter((_, at) => at % 3 === 1);
    const { x, y } = correlate({ shape: [96, 96, 1], data: grey });
    const sectors = new Set<number>();
    x.forEach((gx, at) => {
      if (Math.hypot(gx, y[at]!) > 0.8)
        sectors.add(Math.round((Math.atan2(y[at]!, gx) * 4) / Math.PI) & 7);
    });
    expect(sectors.size).toBe(8);
  });
});
