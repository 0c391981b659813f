import { describe, expect, test } from "vitest";
import { cases } from "./cases";
import { model, turnedKernel } from "./model";
import { schema } from "./schema";

describe.each(cases)("$name", ({ state, facts }) => {
  const viewModel = model.derive({ ...schema.defaults, ...state }, null, {});
  test.each(Object.entries(facts))("%s", (_, holds) => {
    expect(holds(viewModel)).toBe(true);
  });
});

test("a kernel turned by half a turn is the negative of itself", () => {
  const ahead = turnedKernel(30);
  const behind = turnedKernel(210);
  ahead.forEach((weight, at) => expect(behind[at]).toBeCloseTo(-weight, 6));
});

test("an angle between two positions becomes the nearest", () => {
  expect(schema.parse("1~angle:52").state.angle).toBe(45);
  expect(schema.parse("1~angle:345").state.angle).toBe(345);
});

test("the request carries the kernel of the state", () => {
  const request = model.request({ angle: 90 }, {});
  expect(request).toMatchObject({ job: "render", conv: { padding: "same" } });
  expect(structuredClone(request)).toEqual(request);
});

test("the sentence names the direction", () => {
  const sentence = model.describe(model.derive({ angle: 90 }, null, {}));
  expect(sentence).toContain("90 degrees");
});

test("the code example computes at the same angle", () => {
  expect(model.code({ angle: 120 })[0]?.code).toContain("120.0");
});
