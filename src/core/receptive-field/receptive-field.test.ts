import { describe, expect, it, test } from "vitest";
import { influence, influenceMap, logInfluence } from "./influence";
import { profileDeviation, shareOfCells, squareHolding } from "./profile";
import { cellsSeen, covering, receptiveField, receptiveFields } from "./receptive-field";
import { repeated, sizeChain, stepSize } from "./window-step";

const THREE = { kernelSize: 3 };

describe("sizeChain", () => {
  it("takes 99 layers of 3×3 from 199 to 1", () => {
    const sizes = sizeChain(199, [THREE]);
    expect(sizes).toHaveLength(100);
    expect(sizes.slice(-3)).toEqual([5, 3, 1]);
  });

  it("stops where the window no longer fits, and where nothing changes", () => {
    expect(sizeChain(200, [THREE]).at(-1)).toBe(2);
    expect(sizeChain(7, [{ kernelSize: 3, padding: 1 }])).toEqual([7]);
    expect(stepSize(2, THREE)).toBeNull();
  });
});

describe("receptive fields", () => {
  it("name the cells that a unit sees", () => {
    const field = receptiveField([THREE, { kernelSize: 2, stride: 2 }, THREE]);
    expect(field).toEqual({ size: 8, jump: 2, start: 3.5 });
    expect(cellsSeen(field, 0)).toEqual({ first: 0, last: 7 });
    expect(cellsSeen(field, 3)).toEqual({ first: 6, last: 13 });
  });

  it("start at the cell itself, and padding moves only their centre", () => {
    expect(receptiveFields([])).toEqual([{ size: 1, jump: 1, start: 0 }]);
    const padded = receptiveField([{ ...THREE, padding: 1 }]);
    expect(padded).toEqual({ ...receptiveField([THREE]), start: 0 });
  });

  it("of two paths cover both", () => {
    const wide = receptiveField([{ kernelSize: 5, padding: 2 }]);
    const shifted = receptiveField([{ kernelSize: 2 }]);
    expect(covering(wide, shifted)).toEqual(wide);
    expect(covering({ size: 1, jump: 1, start: 4 }, wide)).toEqual({ size: 7, jump: 1, start: 1 });
  });
});

describe("influence", () => {
  it("counts paths: two 3-tap averages give 1 2 3 2 1", () => {
    expect([...influence([THREE, THREE])].map((weight) => Math.round(weight * 9))).toEqual([
      1, 2, 3, 2, 1,
    ]);
  });

  it("lies where the strides put it", () => {
    const taps = [1, 10, 100];
    const weights = influence([
      { ...THREE, stride: 2, taps: [1, 2, 4] },
      { ...THREE, taps },
    ]);
    expect([...weights]).toEqual([1, 2, 14, 20, 140, 200, 400]);
  });

  it("in 2-D is the product of the axes for a kernel that is one", () => {
    const taps = [1, 2, 1];
    const kernel = taps.flatMap((a) => taps.map((b) => a * b));
    const steps = [
      { ...THREE, stride: 2 },
      { ...THREE, dilation: 2 },
    ];
    const axis = influence(steps.map((step) => ({ ...step, taps })));
    const { side, data } = influenceMap(steps.map((step) => ({ ...step, kernel })));
    expect(side).toBe(axis.length);
    data.forEach((weight, at) =>
      expect(weight).toBe(axis[Math.floor(at / side)]! * axis[at % side]!),
    );
  });

  it("in logarithms agrees, and goes on where weights have become 0", () => {
    const steps = repeated(THREE, 20);
    const weights = influence(steps);
    logInfluence(steps).forEach((log, at) => expect(log).toBeCloseTo(Math.log(weights[at]!), 11));
    const deep = repeated(THREE, 1000);
    expect(influence(deep)[0]).toBe(0);
    expect(logInfluence(deep)[0]).toBeCloseTo(-1000 * Math.log(3), 8);
  });

  it("in logarithms is −∞ where no path leads", () => {
    expect(logInfluence([{ ...THREE, dilation: 2 }])[1]).toBe(-Infinity);
  });
});

test("99 layers of 3×3 see 37×37 cells, and lose 18 % of them in float32", () => {
  const weights = influence(repeated(THREE, 99));
  expect(profileDeviation(weights)).toBeCloseTo(Math.sqrt((99 * 2) / 3), 10);
  expect(squareHolding(weights, 0.95)).toBe(37);
  const lost = shareOfCells(weights, (weight) => Math.fround(weight) === 0);
  expect(lost).toBeCloseTo(0.18, 2);
});

test("a profile of even length is centred between two cells", () => {
  const weights = Float64Array.of(0.1, 0.4, 0.4, 0.1);
  expect(squareHolding(weights, 0.6)).toBe(2);
  expect(squareHolding(weights, 0.7)).toBe(4);
  expect(squareHolding(weights, 2)).toBe(4);
});
