import { describe, expect, test } from "vitest";
import { conv2d } from "../conv/conv2d";
import { contrastOf, embedded, noiseGainOf, plainKernel } from "./finder-kernel";
import { examplesOf, learnKernel } from "./learn-kernel";
import { leastSquares } from "./least-squares";
import { bestOperatingPoint, operatingPoint, operatingPoints } from "./operating-point";
import { matchPeaks, peaksOf } from "./peaks";
import { liesOn, middleOf } from "./place";
import { makeScene, SCENE_MARGIN, SCENE_SIDE, type SceneSpec } from "./scene";

const spec: SceneSpec = { objects: 24, objectSize: 3, spacing: 8, noise: 0.5, seed: 1 };

describe("a scene", () => {
  test("holds its objects apart, inside the margin, and is the same each time", () => {
    const { image, objects } = makeScene(spec);
    expect(objects).toHaveLength(24);
    for (const [at, a] of objects.entries()) {
      for (const edge of [a.row, a.column]) {
        expect(edge).toBeGreaterThanOrEqual(SCENE_MARGIN);
        expect(edge).toBeLessThan(SCENE_SIDE - SCENE_MARGIN);
      }
      for (const b of objects.slice(at + 1))
        expect(
          Math.max(Math.abs(a.row - b.row), Math.abs(a.column - b.column)),
        ).toBeGreaterThanOrEqual(8);
    }
    expect(makeScene(spec).image.data).toEqual(image.data);
    expect(makeScene(spec, 1).objects).not.toEqual(objects);
  });

  test("is 1 on objects and 0 elsewhere without noise, 9 pixels an object of 3", () => {
    const { image, objects } = makeScene({ ...spec, noise: 0 });
    expect(new Set(image.data)).toEqual(new Set([0, 1]));
    expect(image.data.reduce((sum, value) => sum + value, 0)).toBe(9 * objects.length);
  });

  test("has noise of the deviation that was asked for", () => {
    const noisy = makeScene(spec).image.data;
    const clean = makeScene({ ...spec, noise: 0 }).image.data;
    const squares = noisy.reduce((sum, value, at) => sum + (value - clean[at]!) ** 2, 0);
    expect(Math.sqrt(squares / noisy.length)).toBeCloseTo(0.5, 2);
  });

  test("places as many objects as fit", () => {
    expect(makeScene({ ...spec, spacing: 40 }).objects.length).toBeLessThan(8);
  });
});

describe("a finder's kernel", () => {
  test("a box answers with the object's share of its window, and scales noise by 1 / k", () => {
    expect(contrastOf(plainKernel("box", 3, 3), 3)).toBeCloseTo(1, 6);
    expect(contrastOf(plainKernel("box", 20, 3), 3)).toBeCloseTo(9 / 400, 7);
    expect(noiseGainOf(plainKernel("box", 3, 3))).toBeCloseTo(1 / 3, 7);
    expect(noiseGainOf(plainKernel("box", 20, 3))).toBeCloseTo(1 / 20, 7);
  });

  test("a bell sums to 1 and looks the same from all sides", () => {
    const bell = plainKernel("gaussian", 20, 3);
    expect(bell.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
    expect(bell.toReversed()).toEqual(bell);
  });

  test("a template of 3 in a window of 20 is the box of 3 framed in zeros", () => {
    expect(plainKernel("template", 20, 3)).toEqual(embedded(plainKernel("box", 3, 3), 20));
    expect(contrastOf(plainKernel("template", 20, 3), 3)).toBeCloseTo(1, 6);
    expect(noiseGainOf(plainKernel("template", 20, 3))).toBeCloseTo(1 / 3, 7);
  });

  test.each([
    [3, 20],
    [3, 21],
    [4, 9],
    [1, 25],
  ])("%i × %i framed in %i gives the very same map where both fit", (inner, size) => {
    const kernel = plainKernel("gaussian", inner, 3);
    const { image } = makeScene(spec);
    const map = (side: number, weights: readonly number[]) =>
      conv2d({
        input: image,
        weights: { shape: [side, side, 1, 1], data: Float32Array.from(weights) },
      });
    const small = map(inner, kernel);
    const large = map(size, embedded(kernel, size));
    const shift = middleOf(size) - middleOf(inner);
    const [side, other] = [large.shape[1]!, small.shape[1]!];
    for (let at = 0; at < large.data.length; at++) {
      const beside = (Math.floor(at / side) + shift) * other + (at % side) + shift;
      expect(large.data[at]).toBe(small.data[beside]);
    }
  });
});

test("of an even square the cell before the true middle counts as its middle", () => {
  expect([1, 2, 3, 4, 20].map(middleOf)).toEqual([0, 0, 1, 1, 9]);
  const on = [0, 1, 2, 3, 4].map((row) => liesOn({ row, column: 2 }, { row: 2, column: 2 }, 2));
  expect(on).toEqual([false, false, true, true, false]);
});

describe("peaks", () => {
  // 0 . 5 .      a plateau counts once, at its first cell
  const map = [0, 1, 5, 5, 1, 0, 1, 2, 7, 0, 0, 0, 2, 0, 0, 3];

  test("are the places nothing near surpasses, strongest first", () => {
    expect(peaksOf(map, 4, 1)).toEqual([
      { row: 2, column: 0, value: 7 },
      { row: 0, column: 2, value: 5 },
      { row: 3, column: 3, value: 3 },
    ]);
    expect(peaksOf(map, 4, 3)).toHaveLength(1);
  });

  test("each takes the object it lies on, unless a stronger one has it", () => {
    const peaks = [
      { row: 4, column: 4, value: 3 },
      { row: 5, column: 5, value: 2 },
      { row: 0, column: 0, value: 1 },
    ];
    const matched = matchPeaks(peaks, 3, [{ row: 5, column: 5 }], 3);
    expect(matched.map(({ object }) => object)).toEqual([0, null, null]);
    expect(matched[0]).toMatchObject({ row: 5, column: 5 });
  });
});

describe("an operating point", () => {
  const peaks = [
    [9, 0],
    [8, 1],
    [7, null],
    [7, null],
    [6, 2],
    [1, null],
  ].map(([value, object]) => ({ row: 0, column: 0, value: value!, object: object ?? null }));

  test("counts what passes the threshold", () => {
    expect(operatingPoint(peaks, 6)).toEqual({ threshold: 6, hits: 3, falseAlarms: 2 });
    expect(operatingPoint(peaks, Infinity)).toMatchObject({ hits: 0, falseAlarms: 0 });
  });

  test("equal peaks pass together", () => {
    expect(operatingPoints(peaks).map(({ hits, falseAlarms }) => [hits, falseAlarms])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 2],
      [3, 2],
      [3, 3],
    ]);
  });

  test("is best where hits exceed false alarms most, and finds nothing where nothing pays", () => {
    expect(bestOperatingPoint(peaks)).toEqual({ threshold: 8, hits: 2, falseAlarms: 0 });
    const useless = peaks.map((peak) => ({ ...peak, object: null }));
    expect(bestOperatingPoint(useless)).toMatchObject({ threshold: Infinity, hits: 0 });
  });
});

describe("least squares", () => {
  test("solves what can be solved", () => {
    const x = leastSquares(Float64Array.from([2, 1, 1, 3]), Float64Array.from([3, 5]));
    expect(x[0]).toBeCloseTo(0.8, 10);
    expect(x[1]).toBeCloseTo(1.4, 10);
  });

  test("of more equations than unknowns meets the mean", () => {
    expect(leastSquares(Float64Array.from([1, 1, 1]), Float64Array.from([1, 2, 6]))[0]).toBeCloseTo(
      3,
      12,
    );
  });

  test("of fewer takes the shortest, and of none nothing", () => {
    const x = leastSquares(Float64Array.from([3, 4]), Float64Array.from([25]));
    expect(Array.from(x)).toEqual([expect.closeTo(3, 10), expect.closeTo(4, 10)]);
    expect(leastSquares(Float64Array.from([0, 0]), Float64Array.from([1]))).toEqual(
      Float64Array.from([0, 0]),
    );
  });
});

describe("a learned kernel", () => {
  test("examples are half objects, half not, and end in 1 for the bias", () => {
    const { windows, targets } = examplesOf(spec, 3, [1, 2]);
    expect(targets).toHaveLength(2 * 2 * 24);
    expect(targets.reduce((sum, target) => sum + target, 0)).toBe(48);
    expect(windows).toHaveLength(targets.length * 10);
    expect(windows[9]).toBe(1);
  });

  test("no other kernel has a smaller error on the examples", () => {
    const { weights, bias, error } = learnKernel(spec, 3, 2);
    const { windows, targets } = examplesOf(spec, 3, [1, 2]);
    const errorOf = (solution: readonly number[]) => {
      const off = Array.from(targets, (target, at) =>
        solution.reduce((sum, weight, i) => sum + weight * windows[at * 10 + i]!, -target),
      );
      return Math.sqrt(off.reduce((sum, one) => sum + one * one, 0) / off.length);
    };
    expect(errorOf([...weights, bias])).toBeCloseTo(error, 9);
    for (const [at, weight] of [...weights, bias].entries())
      for (const change of [-0.01, 0.01]) {
        const other = [...weights, bias];
        other[at] = weight + change;
        expect(errorOf(other)).toBeGreaterThan(error);
      }
  });

  test("400 weights fit 96 examples to the last one and are worse than 9 on new ones", () => {
    const small = learnKernel(spec, 3, 2);
    const large = learnKernel(spec, 20, 2);
    expect([small.examples, large.examples]).toEqual([96, 96]);
    expect(large.error).toBeLessThan(1e-5);
    expect(small.error).toBeGreaterThan(0.1);
    expect(large.newError).toBeGreaterThan(1.3 * small.newError);
  });
});
