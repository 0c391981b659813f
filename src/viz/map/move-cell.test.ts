import { describe, expect, it } from "vitest";
import { moveCell } from "./move-cell";

const from = { row: 50, column: 60 };
const press = (key: string, more = {}) => moveCell(from, { key, ...more }, 100, 200);

describe("move cell", () => {
  it("arrows go one cell, with Shift ten", () => {
    expect(press("ArrowLeft")).toEqual({ row: 50, column: 59 });
    expect(press("ArrowDown")).toEqual({ row: 51, column: 60 });
    expect(press("ArrowUp", { shiftKey: true })).toEqual({ row: 40, column: 60 });
    expect(press("ArrowRight", { shiftKey: true })).toEqual({ row: 50, column: 70 });
  });

  it("Home and End go to the row's ends, with Ctrl to the corners", () => {
    expect(press("Home")).toEqual({ row: 50, column: 0 });
    expect(press("End")).toEqual({ row: 50, column: 199 });
    expect(press("Home", { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(press("End", { ctrlKey: true })).toEqual({ row: 99, column: 199 });
  });

  it("pages go a tenth of the map", () => {
    expect(press("PageDown")).toEqual({ row: 60, column: 60 });
    expect(press("PageUp")).toEqual({ row: 40, column: 60 });
  });

  it("the map's border stops every move", () => {
    expect(moveCell({ row: 0, column: 3 }, { key: "ArrowUp" }, 4, 4)).toEqual({
      row: 0,
      column: 3,
    });
    expect(moveCell({ row: 3, column: 3 }, { key: "PageDown" }, 4, 4)).toEqual({
      row: 3,
      column: 3,
    });
  });

  it("other keys and the browser's own strokes are left alone", () => {
    expect(press("Tab")).toBeNull();
    expect(press("a")).toBeNull();
    expect(press("ArrowLeft", { altKey: true })).toBeNull();
    expect(press("ArrowLeft", { metaKey: true })).toBeNull();
  });
});
