import { describe, expect, it } from "vitest";
import { RequestError } from "../errors";
import { KERNEL_PRESETS, LUMA, presetFilter, presetKernel } from "./presets";

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const every = KERNEL_PRESETS.flatMap(({ id, sizes }) => sizes.map((size) => ({ id, size })));
const differences = ["edge", "sobel", "prewitt", "scharr", "laplacian"];

describe("kernel presets", () => {
  it.each(every)("$id of side $size has size² finite numbers", ({ id, size }) => {
    const kernel = presetKernel(id, size);
    expect(kernel).toHaveLength(size * size);
    expect(kernel.every(Number.isFinite)).toBe(true);
  });

  it.each(every)("$id of side $size keeps brightness or looks for differences", ({ id, size }) => {
    const looks = differences.some((name) => id.startsWith(name));
    expect(sum(presetKernel(id, size))).toBeCloseTo(looks ? 0 : 1, 12);
  });

  it("has the textbook kernels", () => {
    expect(presetKernel("sobel-x", 3)).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
    expect(presetKernel("sobel-y", 3)).toEqual([-1, -2, -1, 0, 0, 0, 1, 2, 1]);
    expect(presetKernel("laplacian", 3)).toEqual([0, 1, 0, 1, -4, 1, 0, 1, 0]);
    expect(presetKernel("gaussian", 3)[4]).toBe(4 / 16);
  });

  it("gives every channel an equal share of what keeps brightness", () => {
    expect(sum(presetFilter("box", 3, 3))).toBeCloseTo(1, 6);
  });

  it("gives every channel a whole copy of what looks for differences", () => {
    const filter = presetFilter("sobel-x", 3, 2);
    expect([...filter.subarray(4, 6)]).toEqual([1, 1]);
  });

  it("weighs colours by luma", () => {
    expect([...presetFilter("rgb-to-grey", 1, 3)]).toEqual(LUMA.map(Math.fround));
  });

  it("refuses what does not exist", () => {
    expect(() => presetKernel("nonsense", 3)).toThrow(RequestError);
    expect(() => presetKernel("scharr-x", 5)).toThrow("exists for sides 3, not for 5");
  });
});
