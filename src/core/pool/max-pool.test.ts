import { describe, expect, it } from "vitest";
import { RequestError, ShapeMismatchError } from "../errors";
import { pooledSize } from "./geometry";
import { maxPool, maxPoolBackward } from "./max-pool";

const row = (...values: number[]) => ({
  shape: [1, 1, values.length, 1],
  data: Float32Array.from(values),
});

describe("maxPool", () => {
  const pairs = { size: [1, 2] as const };

  it("is not invariant to a shift of one cell", () => {
    expect([...maxPool(row(0, 0, 1, 1, 0, 0, 1, 1), pairs).output.data]).toEqual([0, 1, 0, 1]);
    expect([...maxPool(row(0, 1, 1, 0, 0, 1, 1, 0), pairs).output.data]).toEqual([1, 1, 1, 1]);
  });

  it("lets no padding win over negative numbers", () => {
    const padding = { top: 0, bottom: 0, left: 1, right: 1 };
    const { output } = maxPool(row(-3, -2), { ...pairs, stride: 1, padding });
    expect([...output.data]).toEqual([-3, -2, -2]);
  });

  it("finds −∞ where a dilated window sees padding alone, and sends no gradient there", () => {
    const padding = { top: 0, bottom: 0, left: 1, right: 1 };
    const input = row(4, 5);
    const pool = maxPool(input, { size: [1, 2], dilation: [1, 3], stride: 1, padding });
    expect([...pool.output.data]).toEqual([-Infinity]);
    expect([...maxPoolBackward(input.shape, pool, row(7)).data]).toEqual([0, 0]);
  });

  it("shows NaN instead of hiding it behind a larger number", () => {
    expect([...maxPool(row(Number.NaN, 5, 1, -Infinity), pairs).output.data]).toEqual([
      Number.NaN,
      1,
    ]);
  });

  it("gives the first of two equal cells the gradient, and all of it", () => {
    const input = row(2, 2, 0, 1);
    const gradient = maxPoolBackward(input.shape, maxPool(input, pairs), row(7, 3));
    expect([...gradient.data]).toEqual([7, 0, 0, 3]);
  });

  it("refuses windows that do not fit and padding above half the window", () => {
    expect(() => maxPool(row(1, 2), { size: [1, 3] })).toThrow(ShapeMismatchError);
    const padding = { top: 0, bottom: 0, left: 2, right: 0 };
    expect(() => maxPool(row(1, 2), { ...pairs, padding })).toThrow(RequestError);
    expect(() => maxPool(row(1, 2), { size: 0 })).toThrow(RequestError);
  });
});

describe("pooledSize", () => {
  const axis = { inSize: 5, size: 2, stride: 2, dilation: 1, before: 0, after: 0 };

  it("drops a window that does not fit, or keeps it when rounding up", () => {
    expect(pooledSize(axis)).toBe(2);
    expect(pooledSize(axis, true)).toBe(3);
  });

  it("never counts a window that starts beyond the input", () => {
    expect(pooledSize({ ...axis, inSize: 2, size: 1, stride: 3, after: 0 }, true)).toBe(1);
  });
});
