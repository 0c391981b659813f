import { describe, expect, it } from "vitest";
import { HATCH } from "../../core/color/palette";
import { hatchColors } from "./hatch";
import { legendBar } from "./legend-bar";

const colors = (bar: ReturnType<typeof legendBar>) => bar!.stops.map(({ color }) => color);
const texts = (bar: ReturnType<typeof legendBar>) => bar!.ticks.map(({ text }) => text);

describe("legend bar", () => {
  it("a signed scale has its ends and a pale zero in the middle", () => {
    const bar = legendBar({ kind: "signed", limit: "auto" }, 2.5);
    expect(texts(bar)).toEqual(["−2.5", "0", "+2.5"]);
    expect(bar!.ticks[1]!.at).toBe(0.5);
    expect(colors(bar)[8]).toBe("rgb(247 247 247)");
  });

  it("clipping is black to white, and says that it clips", () => {
    const bar = legendBar({ kind: "clip", low: 0, high: 1 }, 1);
    expect([colors(bar)[0], colors(bar)[16]]).toEqual(["rgb(0 0 0)", "rgb(255 255 255)"]);
    expect(texts(bar)).toEqual(["≤ 0", "≥ 1"]);
  });

  it("a plane is its tint from dark to light", () => {
    const bar = legendBar({ kind: "plane", tint: "red" }, 1);
    expect([colors(bar)[0], colors(bar)[16]]).toEqual(["rgb(0 0 0)", "rgb(255 92 80)"]);
    expect(texts(bar)).toEqual(["0", "1"]);
  });

  it("a magnitude starts pale at 0", () => {
    const bar = legendBar({ kind: "sequential", limit: "auto" }, 4);
    expect(texts(bar)).toEqual(["0", "4"]);
    expect(colors(bar)[0]).not.toBe(colors(legendBar({ kind: "signed", limit: 4 }, 4))[0]);
  });

  it("a direction goes once round and ends in the colour it began with, or next to it", () => {
    const bar = legendBar({ kind: "angle", limit: "auto" }, 4);
    const bytes = (at: number) => colors(bar)[at]!.match(/\d+/g)!.map(Number);
    expect(texts(bar)).toEqual(["−180°", "−90°", "0°", "90°", "180°"]);
    bytes(0).forEach((byte, at) => expect(Math.abs(byte - bytes(16)[at]!)).toBeLessThan(8));
  });

  it("a picture has no bar", () => {
    expect(legendBar({ kind: "picture" }, 1)).toBeNull();
  });

  it("hatching has the colours that the pictures are hatched with", () => {
    const [[red, green, blue]] = HATCH;
    expect(hatchColors.light).toBe(`rgb(${red} ${green} ${blue})`);
  });
});
