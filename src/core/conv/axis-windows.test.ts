import { expect, it, test } from "vitest";
import sizes from "../../../tests/golden/conv_size.json";
import { readingsOf, unusedEnd } from "./axis-windows";

test("unusedEnd agrees with all golden sizes", () => {
  expect(sizes.cases.length).toBeGreaterThan(150);
  for (const { id, n, k, pad_begin, pad_end, stride, dilation, unused_end } of sizes.cases)
    expect(unusedEnd(n, k, { padBefore: pad_begin, padAfter: pad_end, stride, dilation }), id).toBe(
      unused_end,
    );
});

test.each([
  [10, 3, 8, 1, 1],
  [12, 2, 6, 2, 1],
  [21, 4, 5, 3, 2],
])("readings of %s cells are those of every window laid down", (cells, k, outputs, stride, d) => {
  for (let cell = 0; cell < cells; cell++) {
    const laid: { window: number; tap: number }[] = [];
    for (let window = 0; window < outputs; window++)
      for (let tap = 0; tap < k; tap++)
        if (window * stride + tap * d === cell) laid.push({ window, tap });
    expect(readingsOf(cell, k, outputs, { stride, dilation: d })).toEqual(laid);
  }
});

it("meets a cell with another weight each time", () => {
  const taps = readingsOf(50, 20, 81).map(({ tap }) => tap);
  expect(taps).toHaveLength(20);
  expect(new Set(taps).size).toBe(20);
});
