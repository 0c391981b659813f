import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { cellAtStep, clampCell, stepAtCell } from "./scan";

describe("the scan", () => {
  property.prop([fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat()])(
    "visits every cell once, row by row",
    (height, width, pick) => {
      const step = pick % (height * width);
      const cell = cellAtStep(step, height, width);
      expect(stepAtCell(cell, height, width)).toBe(step);
      expect(cell).toEqual({ row: Math.floor(step / width), column: step % width });
    },
  );

  it("stays inside for any step and any cell", () => {
    expect(cellAtStep(-5, 3, 4)).toEqual({ row: 0, column: 0 });
    expect(cellAtStep(99, 3, 4)).toEqual({ row: 2, column: 3 });
    expect(cellAtStep(NaN, 3, 4)).toEqual({ row: 0, column: 0 });
    expect(clampCell({ row: 7, column: -1 }, 3, 4)).toEqual({ row: 2, column: 0 });
  });
});
