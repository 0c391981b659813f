import { describe, expect, it } from "vitest";
import { digit, enlargedDigit } from "./digit";
import { strokePath } from "./path";
import { inked } from "./pen";
import { shape, shapeNames } from "./shapes";
import { curve, line } from "./style";
import { digitStyles, pickStyle } from "./styles";

const indices = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("digit", () => {
  it("is the same for the same seed and index, in any order", () => {
    const forwards = indices(5).map((index) => digit(3, index));
    const backwards = indices(5)
      .toReversed()
      .map((index) => digit(3, index))
      .toReversed();
    expect(backwards).toEqual(forwards);
  });

  it("differs by seed and by index", () => {
    expect(digit(0, 0).image.data).not.toEqual(digit(1, 0).image.data);
    expect(digit(0, 0).image.data).not.toEqual(digit(0, 1).image.data);
  });

  it("has the pixel statistics of handwriting as MNIST keeps it: mean .14, deviation .325", () => {
    let [sum, squares] = [0, 0];
    let outside = false;
    const count = 2000;
    for (const index of indices(count)) {
      for (const value of digit(0, index, { styles: "all" }).image.data) {
        outside ||= !(value >= 0 && value <= 1);
        sum += value;
        squares += value * value;
      }
    }
    expect(outside).toBe(false);
    const mean = sum / (count * 784);
    const deviation = Math.sqrt(squares / (count * 784) - mean * mean);
    expect(mean).toBeGreaterThan(0.125);
    expect(mean).toBeLessThan(0.155);
    expect(deviation).toBeGreaterThan(0.305);
    expect(deviation).toBeLessThan(0.345);
  });

  it("is each of the ten about equally often", () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const index of indices(2000)) counts[digit(5, index).label]!++;
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(60);
  });

  it("has its longer side near 20 pixels and its ink in the middle", () => {
    let [x, y, ink] = [0, 0, 0];
    for (const index of indices(300)) {
      const { data } = digit(2, index).image;
      const rows = indices(28).filter((row) =>
        data.subarray(28 * row, 28 * row + 28).some((v) => v > 0.5),
      );
      const columns = indices(28).filter((column) =>
        indices(28).some((row) => data[28 * row + column]! > 0.5),
      );
      const longer = Math.max(rows.at(-1)! - rows[0]!, columns.at(-1)! - columns[0]!) + 1;
      expect(longer).toBeGreaterThanOrEqual(17);
      expect(longer).toBeLessThanOrEqual(22);
      data.forEach((value, at) => {
        x += value * (at % 28);
        y += value * Math.floor(at / 28);
        ink += value;
      });
    }
    expect(Math.abs(x / ink - 13.5)).toBeLessThan(0.3);
    expect(Math.abs(y / ink - 13.5)).toBeLessThan(0.3);
  });

  it("is the digit that is asked for", () => {
    expect(indices(10).map((label) => digit(0, 7, { label }).label)).toEqual(indices(10));
  });

  it("writes the reserved styles only when asked", () => {
    const reserved = ({ label, style }: { label: number; style: number }) =>
      digitStyles[label]![style]!.reserved ?? false;
    for (const index of indices(300)) {
      expect(reserved(digit(1, index))).toBe(false);
      expect(reserved(digit(1, index, { styles: "reserved" }))).toBe(true);
    }
    expect(indices(600).some((index) => reserved(digit(1, index, { styles: "all" })))).toBe(true);
  });

  it("without any variation is the same for every index", () => {
    const plain = {
      label: 3,
      jitter: 0,
      rotation: 0,
      shear: { mean: 0, deviation: 0 },
      aspect: 0,
      warp: 0,
      split: 0,
      taper: 0,
      thickness: [2, 2],
      softness: [1, 1],
      gain: [1, 1],
      box: [20, 20],
      shift: 0,
      clippedEnds: 0,
    } as const;
    const drawn = indices(40).map((index) => digit(0, index, plain));
    const [first] = drawn;
    const alike = drawn.filter(({ style }) => style === first!.style);
    expect(alike.length).toBeGreaterThan(2);
    for (const other of alike) expect(other.image).toEqual(first!.image);
  });

  it("keeps its place when it is enlarged", () => {
    const small = digit(0, 3, { label: 5 }).image.data;
    const large = enlargedDigit(0, 3, 280, { label: 5 }).data;
    const differences = indices(784).map((at) => {
      const [row, column] = [Math.floor(at / 28) * 10 + 4, (at % 28) * 10 + 4];
      return Math.abs(small[at]! - large[row * 280 + column]!);
    });
    expect(differences.reduce((a, b) => a + b) / 784).toBeLessThan(0.05);
  });
});

describe("writing styles", () => {
  it("are 46, three to six a digit, one of each reserved", () => {
    expect(digitStyles.flat().length).toBe(46);
    for (const table of digitStyles) {
      expect(table.length).toBeGreaterThanOrEqual(3);
      expect(table.length).toBeLessThanOrEqual(6);
      expect(table.filter(({ reserved }) => reserved).length).toBe(1);
    }
  });

  it("come as often as their weights say", () => {
    const picks = indices(1000).map((at) => pickStyle(0, "all", at / 1000));
    const total = digitStyles[0]!.reduce((sum, { weight }) => sum + weight, 0);
    digitStyles[0]!.forEach(({ weight }, place) => {
      const share = picks.filter((pick) => pick === place).length / 1000;
      expect(share).toBeCloseTo(weight / total, 2);
    });
  });
});

describe("the pen", () => {
  it("a curve passes through its points and begins and ends at the outer ones", () => {
    const path = strokePath(curve([0, 0], [0.5, 1], [1, 0]), 28);
    expect([path[0], path[1]]).toEqual([0, 0]);
    expect([path[28], path[29]]).toEqual([0.5, 1]);
    expect([...path.slice(-2)]).toEqual([1, 0]);
  });

  it("a line is straight between its points", () => {
    const path = strokePath(line([0, 0], [1, 0.5]), 28);
    for (let at = 0; at < path.length; at += 2) expect(path[at + 1]).toBeCloseTo(path[at]! / 2, 12);
  });

  it("ink is full inside, half on the edge and none outside", () => {
    const ink = inked([Float64Array.from([-10, 4, 20, 4])], 9, {
      thickness: 4,
      softness: 1,
      gain: 1,
    });
    expect(indices(9).map((row) => ink[row * 9 + 4])).toEqual([0, 0, 0.5, 1, 1, 1, 0.5, 0, 0]);
  });
});

describe("shape", () => {
  it("is the same for the same seed and index, and differs otherwise", () => {
    expect(shape(1, 2)).toEqual(shape(1, 2));
    expect(shape(1, 2).image.data).not.toEqual(shape(1, 3).image.data);
  });

  it("stays off the border, between 0 and 1, and every kind occurs", () => {
    const labels = new Set<number>();
    for (const index of indices(300)) {
      const { image, label } = shape(0, index);
      labels.add(label);
      expect(image.shape).toEqual([16, 16]);
      const ink = image.data.reduce((a, b) => a + b);
      expect(ink).toBeGreaterThan(8);
      expect(image.data.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
    expect(labels.size).toBe(shapeNames.length);
  });
});
