import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  negateKernel,
  normalizeKernel,
  randomKernel,
  resizeKernel,
  rotateKernel180,
} from "./transform";

const kernels = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 9, maxLength: 9 });

describe("changes of a kernel", () => {
  property.prop([kernels])("turning twice changes nothing", (kernel) => {
    expect(rotateKernel180(rotateKernel180(kernel))).toEqual(kernel);
  });

  property.prop([kernels])("negating twice changes nothing but the sign of zero", (kernel) => {
    expect(negateKernel(negateKernel(kernel))).toEqual(kernel.map((value) => value + 0));
  });

  property.prop([kernels])("a normalised kernel sums to 1, or its sizes do", (kernel) => {
    const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const result = normalizeKernel(kernel);
    if (kernel.every((value) => value === 0)) expect(result).toEqual(kernel);
    else expect(total(total(kernel) === 0 ? result.map(Math.abs) : result)).toBeCloseTo(1, 9);
  });

  it("leaves numbers that are not finite alone", () => {
    expect(normalizeKernel([Infinity, 1])).toEqual([Infinity, 1]);
  });

  it("grows round the middle and shrinks back", () => {
    const grown = resizeKernel([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 5);
    expect(grown[12]).toBe(5);
    expect(grown.filter((value) => value === 0)).toHaveLength(16);
    expect(resizeKernel(grown, 5, 3)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(resizeKernel([7], 1, 3)).toEqual([0, 0, 0, 0, 7, 0, 0, 0, 0]);
  });

  it("draws the same hundredths for the same seed, others for another", () => {
    const drawn = randomKernel(9, 0);
    expect(randomKernel(9, 0)).toEqual(drawn);
    expect(randomKernel(9, 1)).not.toEqual(drawn);
    for (const value of drawn) expect(value).toBe(Math.round(value * 100) / 100);
  });
});
