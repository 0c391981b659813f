import { describe, expect, it, test } from "vitest";
import { conv2dBackward } from "../conv/conv2d-backward";
import { influence } from "./influence";
import { deviationAbout, marginal, pathDeviation, squareAround } from "./map-spread";
import { profileDeviation, squareHolding } from "./profile";
import { cellsSeen, receptiveField } from "./receptive-field";
import { mapSizes, spanOn, unitInfluence, unitSpans } from "./unit-field";
import { repeated, type WindowStep } from "./window-step";

const THREE = { kernelSize: 3 };
const mixed: readonly WindowStep[] = [
  { kernelSize: 3, padding: 1 },
  { kernelSize: 2, stride: 2 },
  { kernelSize: 3, dilation: 2, padding: 2 },
  { kernelSize: 5, stride: 2, padding: 1 },
];

describe("map sizes", () => {
  it("go on as far as windows fit", () => {
    expect(mapSizes(24, mixed)).toEqual([24, 24, 12, 12, 5]);
    expect(mapSizes(6, repeated(THREE, 9))).toEqual([6, 4, 2]);
  });
});

describe("the spans of a unit", () => {
  it("end at the cells that its field names, cut to the picture", () => {
    const sizes = mapSizes(24, mixed);
    for (let unit = 0; unit < 5; unit++) {
      const spans = unitSpans(mixed, sizes, unit);
      expect(spans.at(-1)).toEqual({ first: unit, last: unit });
      const [input] = spans;
      const cut = spanOn(24, cellsSeen(receptiveField(mixed), unit));
      expect(input!.first).toBe(cut.first);
      expect(input!.last).toBeLessThanOrEqual(cut.last);
    }
  });

  it("of the last of 99 layers are 1, 3, 5 … 199 cells", () => {
    const sizes = mapSizes(199, repeated(THREE, 99));
    const widths = unitSpans(repeated(THREE, 99), sizes, 0).map(
      ({ first, last }) => last - first + 1,
    );
    expect(widths).toEqual(sizes);
  });
});

/** Gradient of one unit of a chain of equal weights by the picture, by backpropagation in 2-D. */
function backpropagated(size: number, steps: readonly WindowStep[], row: number, column: number) {
  const sizes = mapSizes(size, steps);
  const side = sizes.at(-1)!;
  let gradient = { shape: [1, side, side, 1], data: new Float64Array(side * side) };
  gradient.data[row * side + column] = 1;
  for (let at = steps.length - 1; at >= 0; at--) {
    const { kernelSize: k, stride = 1, padding: p = 0, dilation = 1 } = steps[at]!;
    const before = sizes[at]!;
    gradient = conv2dBackward({
      input: { shape: [1, before, before, 1], data: new Float64Array(before * before) },
      weights: { shape: [k, k, 1, 1], data: new Float64Array(k * k).fill(1 / k ** 2) },
      outputGradient: gradient,
      stride,
      dilation,
      padding: { top: p, bottom: p, left: p, right: p },
    }).input as typeof gradient;
  }
  return gradient.data;
}

test.each([
  [0, 0],
  [2, 3],
  [4, 1],
])("unit (%i, %i) is influenced as backpropagation says, borders and all", (row, column) => {
  const sizes = mapSizes(24, mixed);
  const down = unitInfluence(mixed, sizes, row);
  const across = unitInfluence(mixed, sizes, column);
  backpropagated(24, mixed, row, column).forEach((share, at) =>
    expect(down[Math.floor(at / 24)]! * across[at % 24]!).toBeCloseTo(share, 14),
  );
});

test("far from the border the influence is that of the paths", () => {
  const steps = repeated(THREE, 20);
  const shares = unitInfluence(steps, mapSizes(99, steps), 7);
  const paths = influence(steps);
  paths.forEach((path, at) => expect(shares[7 + at]).toBeCloseTo(path, 15));
  expect(shares.filter((share) => share > 0)).toHaveLength(41);
});

describe("the spread of a map", () => {
  const axis = unitInfluence(repeated(THREE, 99), mapSizes(199, repeated(THREE, 99)), 0);
  const data = Float64Array.from({ length: 199 * 199 }, (_, at) => {
    return axis[Math.floor(at / 199)]! * axis[at % 199]!;
  });
  const map = { rows: 199, columns: 199, data };

  it("is the profile's where the map is a product", () => {
    expect(squareAround(map, { row: 99, column: 99 }, 0.95)).toBe(squareHolding(axis, 0.95));
    expect(deviationAbout(marginal(map, "columns"), 99)).toBeCloseTo(profileDeviation(axis), 10);
    expect(deviationAbout(marginal(map, "rows"), 99)).toBeCloseTo(Math.sqrt(66), 10);
  });

  it("has even squares around a centre between two cells", () => {
    const four = { rows: 4, columns: 4, data: [0, 0, 0, 0, 0, 1, 2, 0, 0, 2, 1, 0, 0, 0, 0, 1] };
    expect(squareAround(four, { row: 1.5, column: 1.5 }, 0.8)).toBe(2);
    expect(squareAround(four, { row: 1.5, column: 1.5 }, 0.99)).toBe(4);
  });
});

test("the variances of the windows add up to that of the paths", () => {
  for (const steps of [mixed, repeated(THREE, 99), repeated({ kernelSize: 3, stride: 2 }, 4)])
    expect(pathDeviation(steps)).toBeCloseTo(profileDeviation(influence(steps)), 9);
});
