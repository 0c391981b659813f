import { fc } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { decimalsOf, isWhole, stepBy } from "./number-range";

test.each([
  [1, 0],
  [0.25, 2],
  [10, 0],
  [1e-7, 7],
  [2.5e-3, 4],
  [1e21, 0],
])("a step of %d has %d decimals", (step, decimals) => {
  expect(decimalsOf(step)).toBe(decimals);
});

test("ten steps of 0.1 from 0 are 1, without rounding dust", () => {
  let value = 0;
  for (let i = 0; i < 10; i++) value = stepBy(value, 1, { min: 0, max: 5, step: 0.1 });
  expect(value).toBe(1);
});

test("a value between two grid points goes to the nearer end of the step", () => {
  const range = { min: -1, max: 1, step: 0.5 };
  expect(stepBy(0.3, 1, range)).toBe(0.5);
  expect(stepBy(0.3, -1, range)).toBe(0);
});

test("steps stop at the ends", () => {
  const range = { min: 1, max: 8, step: 1 };
  expect([stepBy(8, 1, range), stepBy(7, 10, range), stepBy(1, -1, range)]).toEqual([8, 8, 1]);
});

test("an odd grid keeps to its own points", () => {
  expect(stepBy(1, 1, { min: 1, max: 7, step: 2 })).toBe(3);
});

test("a range without ends counts from 0", () => {
  expect(stepBy(1.5, 1, { min: -Infinity, max: Infinity, step: 1 })).toBe(2);
});

test("every step stays in the range and moves the asked way", () => {
  const range = fc.record({
    min: fc.integer({ min: -100, max: 0 }),
    max: fc.integer({ min: 1, max: 100 }),
    step: fc.constantFrom(0.01, 0.1, 0.25, 1, 3),
  });
  fc.assert(
    fc.property(range, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (r, share, up) => {
      const value = r.min + share * (r.max - r.min);
      const next = stepBy(value, up ? 1 : -1, r);
      expect(next).toBeGreaterThanOrEqual(r.min);
      expect(next).toBeLessThanOrEqual(r.max);
      expect(up ? next - value : value - next).toBeGreaterThanOrEqual(-1e-9);
    }),
    { numRuns: 2000 },
  );
});

test("whole steps from a whole start are whole", () => {
  expect(isWhole({ min: 0, max: 9, step: 1 })).toBe(true);
  expect(isWhole({ min: -0.5, max: 9, step: 1 })).toBe(false);
  expect(isWhole({ min: 0, max: 9, step: 0.5 })).toBe(false);
});
