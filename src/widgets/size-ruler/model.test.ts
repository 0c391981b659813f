import { describe, expect, test } from "vitest";
import sizes from "../../../tests/golden/conv_size.json";
import { cases } from "./cases";
import { model } from "./model";
import { choosePreset, presetOf, presets } from "./presets";
import { largestKernel, RANGES, schema, type State } from "./schema";

const stateOf = (change: Partial<State>): State =>
  schema.repair!({ ...schema.defaults, linked: false, ...change });
const derive = (change: Partial<State>) => model.derive(stateOf(change), null, {});

describe.each(cases)("$name", ({ state, facts }) => {
  const viewModel = model.derive({ ...schema.defaults, ...state }, null, {});
  test.each(Object.entries(facts))("%s", (_, holds) => {
    expect(holds(viewModel)).toBe(true);
  });
});

test("the ruler shows every golden size, and the cells at the end that it leaves", () => {
  let shown = 0;
  for (const one of sizes.cases) {
    const { n, k, pad_begin, pad_end, stride, dilation } = one;
    if (n > RANGES.input.max || k > RANGES.kernel.max || stride > 5 || dilation > 4) continue;
    if (Math.max(pad_begin, pad_end) > RANGES.padding.max) continue;
    const state = { input: n, kernel: k, before: pad_begin, after: pad_end, stride, dilation };
    const { outputs, unused, cells } = derive(state);
    expect(outputs, one.id).toBe(one.out);
    expect(outputs === null ? null : unused, one.id).toBe(one.unused_end);
    expect(cells.filter(({ leftOver }) => leftOver).length, one.id).toBe(one.unused_end ?? 0);
    shown++;
  }
  expect(shown).toBeGreaterThan(150);
});

test.each([
  [[10, 2, 1, 1, 1], 11],
  [[10, 3, 1, 1, 1], 10],
  [[100, 20, 0, 0, 1], 81],
  [[100, 3, 0, 0, 1], 98],
  [[224, 7, 3, 3, 2], 112],
  [[227, 11, 0, 0, 4], 55],
  [[224, 11, 0, 0, 4], 54],
  [[224, 11, 2, 2, 4], 55],
  [[10, 3, 0, 0, 2], 4],
  [[10, 2, 0, 1, 1], 10],
] as const)("%j gives %s places", ([input, kernel, before, after, stride], places) => {
  const { outputs, work } = derive({ input, kernel, before, after, stride });
  expect(outputs).toBe(places);
  expect(work.at(-1)).toMatch(new RegExp(`= ${places}$`));
});

test("reads and windows count the same products", () => {
  for (const change of [{}, { kernel: 5, stride: 2 }, { kernel: 3, dilation: 3, input: 30 }]) {
    const { cells, outputs, state } = derive(change);
    expect(cells.reduce((sum, { reads }) => sum + reads, 0)).toBe(outputs! * state.kernel);
  }
});

test("an interior cell under kernel 20 is read 20 times, a pixel 400 times", () => {
  const { readings, facts } = derive({ input: 100, kernel: 20, before: 0, after: 0, cell: 50 });
  expect(readings).toHaveLength(20);
  expect(facts.at(-1)!.value).toBe("400");
});

test("a pixel is no padding: reads of padding do not count as its own", () => {
  const state = { input: 1, before: 1, after: 3, kernel: 3, stride: 2, cell: 1 };
  const { cells, facts } = derive(state);
  expect(cells.map(({ reads }) => reads)).toEqual([1, 1, 2, 1, 1]);
  expect(facts.at(-1)!.value).toBe("1");
});

test("linked paddings stay equal, and window and cell stay on the ruler", () => {
  const { state } = schema.parse("1~before:3~after:1~at:99~cell:99");
  expect(state).toMatchObject({ before: 3, after: 3, at: 14, cell: 15 });
});

test("the largest kernel that fits does, and one more does not", () => {
  const state = stateOf({ input: 7, before: 0, after: 0, dilation: 4, kernel: 3 });
  const kernel = largestKernel(state);
  expect(derive({ ...state, kernel }).outputs).not.toBeNull();
  expect(derive({ ...state, kernel: kernel + 1 }).outputs).toBeNull();
});

test.each(presets)("$label is found again", ({ id }) => {
  expect(presetOf(schema.repair!({ ...schema.defaults, ...choosePreset(id) }))).toBe(id);
});

test("code checks the number shown, or that there is none", () => {
  for (const { code } of model.code(stateOf({ kernel: 3 })))
    expect(code).toMatch(/(?:==|!==) 10\b/);
  const none = stateOf({ input: 7, kernel: 3, before: 0, after: 0, dilation: 4 });
  expect(model.code(none)[0]!.code).toContain("except RuntimeError");
});

test("the table has a row for each place", () => {
  expect(model.table!(derive({ kernel: 3 }))!.rows).toHaveLength(10);
});
