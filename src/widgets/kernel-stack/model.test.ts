import { describe, expect, test } from "vitest";
import { receptiveField } from "../../core/receptive-field/receptive-field";
import { repeated } from "../../core/receptive-field/window-step";
import { cases } from "./cases";
import { breakEvenChannels, model } from "./model";
import { choosePreset, presetOf, presets } from "./presets";
import { dilationsTo, roadSummary } from "./roads";
import { schema } from "./schema";
import { largeKernel, type State } from "./state";

const stateOf = (change: Partial<State>): State =>
  schema.repair!({ ...schema.defaults, ...change });

describe.each(cases)("$name", ({ state, facts }) => {
  const viewModel = model.derive({ ...schema.defaults, ...state }, null, {});
  test.each(Object.entries(facts))("%s", (_, holds) => {
    expect(holds(viewModel)).toBe(true);
  });
});

test("every road sees as far as the stack, whatever kernel and depth", () => {
  for (const kernel of [3, 5, 7] as const)
    for (let layers = 1; layers <= 15; layers++) {
      const state = stateOf({ kernel, layers, inputs: 2, between: 2, outputs: 2, side: 40 });
      const { size } = receptiveField(repeated({ kernelSize: kernel }, state.layers));
      expect(largeKernel(state)).toBe(size);
      for (const { figures, name } of model.derive(state, null, {}).roads)
        expect(figures.field.value, name).toBe(size);
    }
});

test.each([
  [2, 5, 18, 25],
  [3, 7, 27, 49],
  [5, 11, 45, 121],
])("%s layers see %s cells for %s C² weights against %s C²", (layers, field, small, large) => {
  const state = stateOf({ layers, inputs: 10, between: 10, outputs: 10 });
  expect(largeKernel(state)).toBe(field);
  expect(roadSummary("stack", state).parameters).toBe(100 * small);
  expect(roadSummary("single", state).parameters).toBe(100 * large);
});

test.each(cases)("$name: every shown sum adds up to its number", ({ state }) => {
  const figures = model
    .derive(stateOf(state), null, {})
    .roads.flatMap((road) => Object.values(road.figures));
  const shown = figures.map(({ work }) =>
    Number(work.at(-1)!.split(" = ").at(-1)!.replaceAll(",", "")),
  );
  const single = (at: number) => figures[at]!.work.length === 1;
  expect(shown.filter((_, at) => !single(at))).toEqual(
    figures.filter((_, at) => !single(at)).map(({ value }) => value),
  );
});

test("beyond the break-even the stack has fewer weights, before it the single kernel", () => {
  const stem = stateOf(choosePreset("stem"));
  expect(breakEvenChannels(stem)).toBeCloseTo(28.8, 12);
  const saving = (inputs: number) =>
    roadSummary("stack", { ...stem, inputs }).parameters -
    roadSummary("single", { ...stem, inputs }).parameters;
  expect(saving(28)).toBeGreaterThan(0);
  expect(saving(29)).toBeLessThan(0);
});

/** Rank by Gauss with pivots. */
function rank(rows: number[][]): number {
  let found = 0;
  for (let column = 0; column < rows[0]!.length && found < rows.length; column++) {
    const best = rows
      .map((row, at) => [Math.abs(row[column]!), at] as const)
      .filter(([, at]) => at >= found)
      .sort(([a], [b]) => b - a)[0]!;
    if (best[0] < 1e-9) continue;
    [rows[found], rows[best[1]]] = [rows[best[1]]!, rows[found]!];
    for (let at = found + 1; at < rows.length; at++) {
      const factor = rows[at]![column]! / rows[found]![column]!;
      rows[at] = rows[at]!.map((value, of) => value - factor * rows[found]![of]!);
    }
    found++;
  }
  return found;
}

test("two 3 × 3 kernels move their 5 × 5 in 17 directions, of 25", () => {
  const a = Array.from({ length: 9 }, (_, at) => Math.sin(3 * at + 1));
  const b = Array.from({ length: 9 }, (_, at) => Math.cos(5 * at + 2));
  const rows: number[][] = [];
  for (const other of [b, a])
    for (let tap = 0; tap < 9; tap++) {
      const row = Array.from({ length: 25 }, () => 0);
      other.forEach((weight, at) => {
        const y = Math.floor(tap / 3) + Math.floor(at / 3);
        row[y * 5 + (tap % 3) + (at % 3)]! += weight;
      });
      rows.push(row);
    }
  expect(rank(rows)).toBe(17);
});

test("dilations double, and the last takes the rest", () => {
  expect(dilationsTo(3)).toEqual([1, 2]);
  expect(dilationsTo(15)).toEqual([1, 2, 4, 8]);
  expect(dilationsTo(10)).toEqual([1, 2, 4, 3]);
});

test("a view wider than 31, or a map too small for the kernel, becomes the nearest", () => {
  expect(schema.parse("1~kernel:7~layers:15").state.layers).toBe(5);
  expect(schema.parse("1~layers:10~padding:valid~side:4").state.side).toBe(21);
});

test.each(presets)("$label is found again", ({ id }) => {
  expect(presetOf(stateOf(choosePreset(id)))).toBe(id);
});

test("code checks both counts", () => {
  for (const { code } of model.code(stateOf(choosePreset("stem")))) {
    expect(code).toContain("75456");
    expect(code).toContain("9408");
  }
});
