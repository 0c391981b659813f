import { describe, expect, it } from "vitest";
import { filterNumbers, type Filter } from "./filter";
import { repair } from "./repair";
import { schema } from "./schema";
import type { FilterBenchState } from "./state";
import {
  actOnFilter,
  addFilter,
  choosePicture,
  choosePreset,
  openSobel,
  removeFilter,
  setBias,
  setWeight,
} from "./transitions";

const state = (change: Partial<FilterBenchState>) => repair({ ...schema.defaults, ...change });
const preset = (kernel: string, bias = 0): Filter => ({ kernel, bias });

describe("transitions", () => {
  const own = state({ picture: "ramp", filters: [preset("sobel-x"), preset("box")] });
  const after = (change: Partial<FilterBenchState>, from = own) => repair({ ...from, ...change });

  it("a changed weight makes the numbers the reader's own, and changed back a preset again", () => {
    const changed = after(setWeight(own, 0, 0, 4, 7));
    expect(changed.filters[0]!.kernel).toEqual([-1, 0, 1, -2, 7, 2, -1, 0, 1]);
    expect(after(setWeight(changed, 0, 0, 4, 0), changed).filters).toEqual(own.filters);
  });

  it("negate, rotate and normalise do what they say", () => {
    const kernelAfter = (action: "negate" | "rotate" | "normalize") =>
      filterNumbers(after(actOnFilter(own, 0, action)).filters[0]!, 3, 1);
    expect(kernelAfter("negate")).toEqual([1, 0, -1, 2, 0, -2, 1, 0, -1]);
    expect(kernelAfter("rotate")).toEqual([1, 0, -1, 2, 0, -2, 1, 0, -1]);
    expect(kernelAfter("normalize").reduce((sum, value) => sum + Math.abs(value), 0)).toBe(1);
  });

  it("random numbers depend on the seed alone, and the next press gives others", () => {
    const once = after(actOnFilter(own, 0, "random"));
    expect(after(actOnFilter(own, 0, "random"))).toEqual(once);
    expect(after(actOnFilter(once, 0, "random"), once).filters[0]).not.toEqual(once.filters[0]);
  });

  it("filters come and go between one and eight", () => {
    let grown = own;
    for (let press = 0; press < 10; press++) grown = after(addFilter(grown), grown);
    expect(grown.filters).toHaveLength(8);
    expect(new Set(grown.filters.map((filter) => filter.kernel)).size).toBe(8);
    for (let press = 0; press < 10; press++) grown = after(removeFilter(grown, 0), grown);
    expect(grown.filters).toHaveLength(1);
  });

  it("a preset and a bias go to one filter only", () => {
    const changed = after({ ...choosePreset(own, 1, "edge") });
    expect(changed.filters).toEqual([preset("sobel-x"), preset("edge")]);
    expect(after(setBias(own, 0, 0.1)).filters[0]!.bias).toBe(Math.fround(0.1));
  });

  it("a gradient takes the pair the layer has, and else brings Sobel's", () => {
    const pair = state({ filters: [preset("box"), preset("scharr-y"), preset("scharr-x")] });
    expect(openSobel(pair)).toEqual({ sobel: true, xChannel: 2, yChannel: 1 });
    const brought = after(openSobel(own));
    expect(brought.filters.map(({ kernel: name }) => name)).toEqual([
      "sobel-x",
      "box",
      "sobel-x",
      "sobel-y",
    ]);
    expect([brought.xChannel, brought.yChannel, brought.sobel]).toEqual([2, 3, true]);
  });

  it("a picture of the book comes in its own colours", () => {
    expect(choosePicture("still-life").color).toBe("colour");
    expect(choosePicture("ramp").color).toBe("grey");
  });
});
