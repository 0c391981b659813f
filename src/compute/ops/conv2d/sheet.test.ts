import { describe, expect, it } from "vitest";
import { convGeometry } from "../../../core/conv/geometry";
import { chunkCount, inputSheet, weightSheet } from "./sheet";

const geometry = (inputShape: readonly number[], weightShape: readonly number[], groups = 1) =>
  convGeometry({ inputShape, weightShape, groups });
const count = (length: number) => Float32Array.from({ length }, (_, at) => at + 1);

describe("the input as a sheet", () => {
  it("holds three channels in one texel, the fourth lane 0", () => {
    const g = geometry([1, 1, 2, 3], [1, 1, 3, 1]);
    const { data, width, height, across } = inputSheet(count(6), g, 64);
    expect([width, height, across]).toEqual([2, 1, 1]);
    expect([...data]).toEqual([1, 2, 3, 0, 4, 5, 6, 0]);
  });

  it("puts chunks of four channels side by side as far as they fit, then below", () => {
    const g = geometry([1, 2, 2, 9], [1, 1, 9, 1]);
    expect(chunkCount(g)).toBe(3);
    expect(inputSheet(count(36), g, 64)).toMatchObject({ width: 6, height: 2, across: 3 });
    const narrow = inputSheet(count(36), g, 5);
    expect(narrow).toMatchObject({ width: 4, height: 4, across: 2 });
    // Chunk 2 starts the second row of cells, with channel 9 of the first place.
    expect([...narrow.data.subarray(2 * 4 * 4, 2 * 4 * 4 + 4)]).toEqual([9, 0, 0, 0]);
  });

  it("starts every group and every picture in a cell of its own", () => {
    const g = geometry([2, 1, 1, 6], [1, 1, 3, 2], 2);
    const { data } = inputSheet(count(12), g, 64);
    expect([...data]).toEqual([1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 10, 11, 12, 0]);
  });
});

describe("filters as a sheet", () => {
  const g = geometry([1, 2, 2, 2], [2, 1, 2, 2]);
  const weights = count(8);

  it("holds a filter's kernel rows below each other", () => {
    const { data, width, height } = weightSheet(weights, g, [{ outChannel: 1 }], 64);
    expect([width, height]).toEqual([1, 2]);
    expect([...data]).toEqual([2, 4, 0, 0, 6, 8, 0, 0]);
  });

  it("fills only its own lane for a partial map", () => {
    const { data } = weightSheet(weights, g, [{ outChannel: 0, inChannel: 1 }], 64);
    expect([...data]).toEqual([0, 3, 0, 0, 0, 7, 0, 0]);
  });
});
