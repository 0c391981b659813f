import { expect, it, test } from "vitest";
import { activationOf } from "../activation/activations";
import { activationMoments } from "./activation-moments";
import { meanField } from "./mean-field";
import { fixedPoints, isNeutral, nextVariance, varianceSlope } from "./variance-map";

const grid = Array.from({ length: 41 }, (_, at) => 10 ** (-2 + at / 10));
const mapOf = (name: "tanh" | "relu" | "gelu", weightScale: number) =>
  grid.map((variance) => nextVariance(activationOf(name), weightScale, variance));

test("the slope at 1, with the gain, is the table's", () => {
  for (const name of ["tanh", "gelu", "silu", "relu", "selu"] as const) {
    const curve = activationOf(name);
    const { gain, mapSlope } = activationMoments(curve);
    expect(varianceSlope(curve, gain ** 2, 1)).toBeCloseTo(mapSlope, 10);
  }
});

test("the slope is that of the map itself", () => {
  const curve = activationOf("mish");
  const step = 1e-5;
  const rise = nextVariance(curve, 2, 0.7 + step) - nextVariance(curve, 2, 0.7 - step);
  expect(varianceSlope(curve, 2, 0.7)).toBeCloseTo(rise / (2 * step), 8);
});

test("tanh at gain 5/3 settles where a deep network does", () => {
  const weightScale = 25 / 9;
  const points = fixedPoints(activationOf("tanh"), weightScale, grid, mapOf("tanh", weightScale));
  const deep = meanField(activationOf("tanh"), { weightScale, depth: 80 }).at(-1)!.preVariance;
  expect(points).toHaveLength(1);
  expect(points[0]!.variance).toBeCloseTo(deep, 9);
  expect(points[0]!.variance).toBeCloseTo(1.17848, 5);
  expect(points[0]!.slope).toBeLessThan(1);
});

test("GELU at its gain has a fixed point at 1, and it is unstable", () => {
  const { gain } = activationMoments(activationOf("gelu"));
  const points = fixedPoints(activationOf("gelu"), gain ** 2, grid, mapOf("gelu", gain ** 2));
  const one = points.find(({ variance }) => Math.abs(variance - 1) < 1e-9)!;
  expect(one.slope).toBeCloseTo(1.144, 3);
});

it("has no single fixed point for ReLU at √2: every scale is one", () => {
  expect(isNeutral(grid, mapOf("relu", 2))).toBe(true);
  expect(fixedPoints(activationOf("relu"), 2, grid, mapOf("relu", 2))).toEqual([]);
  expect(isNeutral(grid, mapOf("relu", 1))).toBe(false);
});
