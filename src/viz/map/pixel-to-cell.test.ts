import { describe, expect, it } from "vitest";
import { pixelToCell } from "./pixel-to-cell";

const whole = {
  box: { left: 100, top: 50, width: 200, height: 100 },
  view: { row: 0, column: 0, rows: 10, columns: 20 },
  rows: 10,
  columns: 20,
};

describe("pixel to cell", () => {
  it("a pixel belongs to the cell drawn over it", () => {
    expect(pixelToCell(100, 50, whole)).toEqual({ row: 0, column: 0 });
    expect(pixelToCell(109.9, 59.9, whole)).toEqual({ row: 0, column: 0 });
    expect(pixelToCell(110, 60, whole)).toEqual({ row: 1, column: 1 });
    expect(pixelToCell(299.9, 149.9, whole)).toEqual({ row: 9, column: 19 });
  });

  it("a pixel beyond the map has no cell, unless the nearest is asked for", () => {
    expect(pixelToCell(99, 70, whole)).toBeNull();
    expect(pixelToCell(300, 70, whole)).toBeNull();
    expect(pixelToCell(-500, 1000, whole, true)).toEqual({ row: 9, column: 0 });
  });

  it("a close-up counts from its own corner, and its padding is no cell", () => {
    const closeUp = { ...whole, view: { row: -1, column: 5, rows: 5, columns: 10 } };
    expect(pixelToCell(100, 75, closeUp)).toEqual({ row: 0, column: 5 });
    expect(pixelToCell(100, 55, closeUp)).toBeNull();
    expect(pixelToCell(100, 55, closeUp, true)).toEqual({ row: 0, column: 5 });
  });

  it("a map that is not laid out has no cells", () => {
    const hidden = { ...whole, box: { left: 0, top: 0, width: 0, height: 0 } };
    expect(pixelToCell(0, 0, hidden, true)).toBeNull();
  });
});
