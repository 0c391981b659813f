import { expect, test } from "vitest";
import definition from "./index";
import { makeDesk, MIXTURE, sharesOf, solvedFor, SOURCES } from "./mixing";
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
