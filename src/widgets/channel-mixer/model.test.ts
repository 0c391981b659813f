import { expect, test } from "vitest";
import definition from "./index";
import { makeDesk, MIXTURE, sharesOf, solvedFor, SOURCES } from "./mixing";
import { verdictOf } from "./model";
import { schema } from "./schema";
import { straightness } from "./straightness";

const { model } = definition;
const view = (change: Partial<typeof schema.defaults> = {}) =>
  model.derive(schema.repair!({ ...schema.defaults, ...change }), null, {});

test("a 1 × 1 convolution is the same dot product at every pixel", () => {
  const { outputs } = view();
  const { x, weights } = makeDesk(1);
  expect(outputs).toHaveLength(100);
  for (let pixel = 0; pixel < 100; pixel++) {
    const sum = weights.data.reduce((all, w, c) => all + w * x.data[pixel * 200 + c]!, 0.1);
    expect(outputs[pixel]).toBeCloseTo(sum, 5);
  }
});

test("solved weights leave one source whole and nothing of the others", () => {
  SOURCES.forEach((_, source) => {
    const shares = sharesOf(solvedFor(source));
    shares.forEach((share, at) => expect(share).toBeCloseTo(at === source ? 1 : 0, 6));
  });
  expect(sharesOf([0, 1, 0])).toEqual(MIXTURE[1]);
});

test.each([
  [2, -1],
  [0.5, 3],
  [-3, -3],
])("with a = %f and b = %f the filter is straight and the ReLU is not", (a, b) => {
  const desk = makeDesk(7);
  expect(straightness(desk, a, b, false).largest).toBeLessThan(1e-5);
  expect(straightness(desk, a, b, true).largest).toBeGreaterThan(0.5);
});

test("with one factor of 1 and the other 0 even a ReLU passes, and the verdict says so", () => {
  const { test: shown } = view({ task: "straight", a: 1, b: 0, relu: true });
  expect(shown!.largest).toBe(0);
  expect(shown!.verdict).toContain("cannot be told from a straight line");
});

test.each([
  [0, false, "equal at every pixel: the mixing alone is a straight line."],
  [5e-7, false, "which is rounding: the mixing alone is a straight line."],
  [5e-7, true, "even the ReLU cannot be told from a straight line."],
  [0.5, true, "differ by up to 0.5: the ReLU bends."],
  [0.5, false, "differ by up to 0.5: that is more than rounding."],
])("a largest difference of %f, ReLU %s, is judged by itself", (largest, relu, words) => {
  expect(verdictOf(largest, relu)).toContain(words);
});

test("at every pixel of the table the sides and their difference agree", () => {
  const shown = view({ task: "straight", relu: true, a: 1.5, b: -2.5 });
  const { fx, fy, apart } = shown.test!;
  apart.forEach((value, at) => expect(value).toBeCloseTo(1.5 * fx[at]! - 2.5 * fy[at]!, 6));
  const { rows, columns } = model.table!(shown)!;
  expect(rows).toHaveLength(100);
  expect(rows[47]!.slice(0, 2)).toEqual(["4", "7"]);
  expect(rows[47]).toHaveLength(columns.length);
  expect(shown.pixel.channel.terms).toHaveLength(200);
  expect(model.describe(view({ task: "straight", a: -3 }))).toContain("a = −3");
});

test("weights beyond what their sliders reach are refused", () => {
  expect(schema.parse("1~weights:4,-4,0").state.weights).toEqual([4, -4, 0]);
  expect(schema.parse("1~weights:4.5,0,0").state.weights).toEqual(schema.defaults.weights);
});

test("the chosen pixel stays on the smaller desk", () => {
  expect(view({ row: 23, column: 23 }).state).toMatchObject({ row: 9, column: 9 });
  expect(view({ task: "unmix", row: 23 }).state.row).toBe(23);
});

test("code checks the very number that is shown", () => {
  for (const task of ["pixel", "unmix"] as const) {
    const shown = view({ task });
    const state = { ...schema.defaults, task };
    for (const { code } of model.code(state, shown))
      expect(code).toContain(`- ${shown.pixel.output}) <`);
  }
});
