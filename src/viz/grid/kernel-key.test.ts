import { describe, expect, it } from "vitest";
import { changedBy, kernelCommand } from "./kernel-key";

function press(key: string, index = 4, more: object = {}, writing = false, size = 3) {
  const stroke = { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more };
  return kernelCommand(stroke, { index, size, writing });
}

describe("kernel keys", () => {
  it("up and down change the value, Shift ten times, Alt a tenth", () => {
    expect(press("ArrowUp")).toEqual({ kind: "change", amount: 1 });
    expect(press("ArrowDown")).toEqual({ kind: "change", amount: -1 });
    expect(press("ArrowUp", 4, { shiftKey: true })).toEqual({ kind: "change", amount: 10 });
    expect(press("ArrowDown", 4, { altKey: true })).toEqual({ kind: "change", amount: -0.1 });
  });

  it("left and right go to the neighbours and on over the row's end", () => {
    expect(press("ArrowLeft", 3)).toEqual({ kind: "move", to: 2 });
    expect(press("ArrowRight", 5)).toEqual({ kind: "move", to: 6 });
    expect(press("ArrowLeft", 0)).toEqual({ kind: "move", to: 0 });
    expect(press("ArrowRight", 8)).toEqual({ kind: "move", to: 8 });
  });

  it("pages go a row, and stay at the first and the last", () => {
    expect(press("PageUp", 7)).toEqual({ kind: "move", to: 4 });
    expect(press("PageDown", 4)).toEqual({ kind: "move", to: 7 });
    expect(press("PageUp", 1)).toEqual({ kind: "move", to: 1 });
    expect(press("PageDown", 8)).toEqual({ kind: "move", to: 8 });
  });

  it("Home and End go to the row's ends, with Ctrl to the corners", () => {
    expect(press("Home", 4)).toEqual({ kind: "move", to: 3 });
    expect(press("End", 4)).toEqual({ kind: "move", to: 5 });
    expect(press("Home", 4, { ctrlKey: true })).toEqual({ kind: "move", to: 0 });
    expect(press("End", 4, { ctrlKey: true })).toEqual({ kind: "move", to: 8 });
  });

  it("while a number is written, sideways keys belong to the text", () => {
    expect(press("ArrowLeft", 4, {}, true)).toBeNull();
    expect(press("Home", 4, {}, true)).toBeNull();
    expect(press("ArrowUp", 4, {}, true)).toEqual({ kind: "change", amount: 1 });
  });

  it("the browser keeps its own strokes", () => {
    expect(press("ArrowLeft", 4, { altKey: true })).toBeNull();
    expect(press("ArrowUp", 4, { metaKey: true })).toBeNull();
    expect(press("Tab")).toBeNull();
    expect(press("-")).toBeNull();
  });
});

describe("changed value", () => {
  it("carries no dust of binary fractions", () => {
    expect(changedBy(0.1, 0.2)).toBe(0.3);
    expect(changedBy(Math.fround(0.1), -0.1)).toBe(0);
    expect(Object.is(changedBy(-0.1, 0.1), 0)).toBe(true);
  });

  it("keeps fractions that matter", () => {
    expect(changedBy(1 / 9, 0.1)).toBe(0.211111);
    expect(changedBy(0, 0.01)).toBe(0.01);
  });

  it("moves even the largest number without leaving the finite ones", () => {
    expect(changedBy(1e308, 1)).toBe(1e308);
  });
});
