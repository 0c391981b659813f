import { describe, expect, it } from "vitest";
import { regionAround, regionWithMargin, tapCells, windowRegion } from "./region";

const window = { row: -1, column: 2, kernelRows: 3, kernelColumns: 3, dilation: 2 };

describe("window region", () => {
  it("covers the gaps of a dilated window", () => {
    expect(windowRegion(window)).toEqual({ row: -1, column: 2, rows: 5, columns: 5 });
  });

  it("places the taps a dilation apart, row by row", () => {
    const taps = tapCells(window);
    expect(taps).toHaveLength(9);
    expect(taps[0]).toEqual({ row: -1, column: 2 });
    expect(taps[2]).toEqual({ row: -1, column: 6 });
    expect(taps[8]).toEqual({ row: 3, column: 6 });
  });
});

describe("views", () => {
  it("a margin widens the map on every side", () => {
    expect(regionWithMargin(4, 6, 2)).toEqual({ row: -2, column: -2, rows: 8, columns: 10 });
  });

  it("a close-up has the window in its middle", () => {
    const middle = { row: 99, column: 49, kernelRows: 3, kernelColumns: 3 };
    expect(regionAround(middle, 9, 256, 256)).toEqual({ row: 96, column: 46, rows: 9, columns: 9 });
  });

  it("a close-up at a border stays on the map and its margin", () => {
    const corner = { row: -1, column: 254, kernelRows: 3, kernelColumns: 3 };
    expect(regionAround(corner, 9, 256, 256)).toMatchObject({ row: 0, column: 247 });
    expect(regionAround(corner, 9, 256, 256, 1)).toMatchObject({ row: -1, column: 248 });
  });

  it("a close-up larger than the map centres the map", () => {
    const only = { row: 0, column: 0, kernelRows: 3, kernelColumns: 3 };
    expect(regionAround(only, 9, 5, 5)).toEqual({ row: -2, column: -2, rows: 9, columns: 9 });
  });
});
