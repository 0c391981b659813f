import { describe, expect, it, test } from "vitest";
import { kindOf, positions, ticks, valueAt, type ChartAxis } from "./axis";
import { barsPath } from "./histogram-ridge";
import { moveCursor } from "./move-cursor";
import { bandPath, linePath, runsPath } from "./paths";
import { layOut } from "./plot";
import { nearest, type ChartSeries } from "./series";
import { spreadLabels } from "./spread-labels";

const linear: ChartAxis = { kind: "linear", from: -2, to: 8, title: "layer" };
const log: ChartAxis = { kind: "log", from: 1e-3, to: 1e3, title: "rms" };
const size = { width: 600, height: 300, labelRoom: 0 };

describe("an axis", () => {
  it("puts its ends at the ends, and powers of ten at equal steps", () => {
    const at = positions(linear, [100, 0]);
    expect([at(-2), at(3), at(8)]).toEqual([100, 50, 0]);
    const decades = positions(log, [0, 60]);
    expect([1e-3, 1e-2, 1, 1e3].map((value) => Math.round(decades(value)))).toEqual([
      0, 10, 30, 60,
    ]);
    expect(valueAt(log, [0, 60], 30)).toBeCloseTo(1, 10);
  });

  it("has round ticks inside its range, as many as there is room for", () => {
    expect(ticks(linear, 5).map(({ value }) => value)).toEqual([-2, 0, 2, 4, 6, 8]);
    expect(ticks(log, 10).map(({ text }) => text)).toEqual([
      "0.001",
      "0.01",
      "0.1",
      "1",
      "10",
      "100",
      "1000",
    ]);
    expect(ticks(log, 3).length).toBeLessThanOrEqual(3);
    expect(ticks({ ...log, from: 2, to: 6 }, 4).length).toBeGreaterThan(1);
  });

  it("tells numbers from what is none", () => {
    expect([0, 3, -3, NaN, Infinity, -Infinity].map((value) => kindOf(value, linear))).toEqual([
      "finite",
      "finite",
      "finite",
      "nan",
      "above",
      "below",
    ]);
    expect([0, 3, -3, NaN].map((value) => kindOf(value, log))).toEqual([
      "below",
      "finite",
      "nan",
      "nan",
    ]);
  });
});

describe("a plot", () => {
  const line = (y: number[]): ChartSeries[] => [{ kind: "line", name: "a", x: [0, 1, 2], y }];

  it("has no strips while every number is one", () => {
    const plot = layOut(linear, linear, line([1, 2, 3]), size);
    expect(plot.strips).toEqual([]);
    expect(plot.py(8)).toBe(plot.top);
    expect(plot.py(-2)).toBe(plot.bottom);
  });

  it("draws NaN, ∞ and −∞ in named strips at its edges, outside the finite part", () => {
    const plot = layOut(linear, linear, line([NaN, Infinity, -Infinity]), size);
    expect(plot.strips.map(({ name }) => name)).toEqual(["NaN", "∞", "−∞"]);
    expect(plot.py(Infinity)).toBeLessThan(plot.top);
    expect(plot.py(NaN)).toBeLessThan(plot.py(Infinity));
    expect(plot.py(-Infinity)).toBeGreaterThan(plot.bottom);
  });

  it("calls the strip below a log axis 0", () => {
    expect(layOut(linear, log, line([0, 1, 2]), size).strips[0]!.name).toBe("0");
  });
});

describe("paths", () => {
  const same = (value: number) => value;

  it("go through every point", () => {
    expect(linePath([0, 10, 20], [1, 2, 3], same, same)).toBe("M0 1L10 2L20 3");
    expect(bandPath([0, 9], [1, 2], [5, 6], same, same)).toBe("M0 5L9 6L9 2L0 1Z");
    expect(
      runsPath(
        [0, 9],
        [
          [1, 2],
          [3, 4],
        ],
        same,
        same,
      ),
    ).toBe("M0 1L9 2M0 3L9 4");
    expect(linePath([], [], same, same)).toBe("");
  });

  it("keep the extremes of thousands of points, and cost no more than the width", () => {
    const x = Float64Array.from({ length: 50_000 }, (_, at) => at / 100);
    const y = x.map((_, at) => (at === 12_345 ? 999 : at === 12_355 ? -999 : at % 7));
    const path = linePath(x, y, same, same);
    expect(path).toContain(" 999");
    expect(path).toContain(" -999");
    expect(path.split("L").length).toBeLessThanOrEqual(4 * 500);
  });
});

describe("labels at the ends", () => {
  const room = { gap: 10, top: 0, bottom: 100 };

  it("stay where there is room, and keep their order and distance where there is none", () => {
    expect(spreadLabels([50, 20], room)).toEqual([50, 20]);
    expect(spreadLabels([50, 51], room)).toEqual([50, 60]);
    expect(spreadLabels([98, 99, 97], room)).toEqual([90, 100, 80]);
  });
});

describe("the cursor", () => {
  const stops = [1, 2, 5, 10, 20];

  test.each([
    ["ArrowRight", 5],
    ["ArrowLeft", 1],
    ["End", 20],
    ["Home", 1],
    ["PageUp", 20],
  ])("moves by %s to stop %s", (key, expected) => {
    expect(moveCursor(stops, 2, { key })).toBe(expected);
  });

  it("leaves other keys to the page", () => {
    expect(moveCursor(stops, 2, { key: "Tab" })).toBeNull();
    expect(moveCursor(stops, 2, { key: "ArrowLeft", altKey: true })).toBeNull();
  });

  it("finds the nearest stop", () => {
    expect([0, 3, 4, 99].map((at) => nearest(stops, at))).toEqual([0, 1, 2, 4]);
    expect(nearest([], 1)).toBe(-1);
  });
});

test("bars reach the height for the most, and nothing for no count", () => {
  expect(barsPath([1, 2], 10)).toBe("M0 10V5h50V0h50V10Z");
  expect(barsPath([0, 0], 10)).toBe("");
});
