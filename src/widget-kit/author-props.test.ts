import { describe, expect, test } from "vitest";
import { floats } from "../schema/codecs/floats";
import { int } from "../schema/codecs/int";
import { oneOf } from "../schema/codecs/one-of";
import { defineSchema } from "../schema/define-schema";
import { readAuthorProps } from "./author-props";
import { defineWidget } from "./define-widget";

interface State {
  readonly stride: number;
  readonly image: "street" | "ramp";
  readonly dilation: number;
  readonly weights: readonly number[];
}

const widget = defineWidget({
  name: "filter-bench",
  title: "Filter bench",
  discover: "What a filter sees.",
  schema: defineSchema<State>({
    version: 1,
    fields: {
      stride: int({ min: 1, max: 3, default: 1 }),
      image: oneOf(["street", "ramp"]),
      dilation: int({ min: 1, max: 4, default: 1 }),
      weights: floats({ length: 3, default: [1, 0, -1] }),
    },
    repair: (state) => (state.stride > 1 ? { ...state, dilation: 1 } : state),
  }),
  model: { request: () => null, derive: () => 0, describe: () => "Nothing.", code: () => [] },
  cases: [],
  loadView: async () => ({ View: () => null }),
});

test("the author's values stand over the defaults", () => {
  const props = { id: "edges", image: "ramp", stride: 2, pin: ["stride"], caption: "Edges." };
  expect(readAuthorProps(widget, props)).toEqual({
    id: "edges",
    initial: { stride: 2, image: "ramp", dilation: 1, weights: [1, 0, -1] },
    pinned: ["stride"],
    caption: "Edges.",
  });
});

test("lists are given as lists or as they stand in a link", () => {
  const initial = { weights: [0.5, 0.5, 0.5] };
  expect(readAuthorProps(widget, { id: "a", weights: [0.5, 0.5, 0.5] })).toMatchObject({ initial });
  expect(readAuthorProps(widget, { id: "a", weights: "3x0.5" })).toMatchObject({ initial });
  expect(readAuthorProps(widget, { id: "a", stride: "2" }).initial).toMatchObject({ stride: 2 });
});

describe("an illegal prop fails the build, by its name", () => {
  test.each([
    [{}, "id must be a word in kebab-case, not undefined"],
    [{ id: "My figure" }, 'id must be a word in kebab-case, not "My figure"'],
    [{ id: "a", stride: 9 }, "stride cannot be 9"],
    [{ id: "a", stride: "many" }, 'stride cannot be "many"'],
    [{ id: "a", stride: true }, "stride cannot be true"],
    [{ id: "a", stride: null }, "stride cannot be null"],
    [{ id: "a", image: "moon" }, 'image cannot be "moon"'],
    [{ id: "a", weights: [1, 2] }, "weights cannot be [1,2]"],
    [{ id: "a", weights: 5 }, "weights cannot be 5"],
    [{ id: "a", kernel: "box" }, "kernel is no field; there are stride, image, dilation, weights"],
    [{ id: "a", toString: 1 }, "toString is no field; there are stride, image, dilation, weights"],
    [{ id: "a", pin: "stride" }, 'pin must be a list of fields, not "stride"'],
    [{ id: "a", pin: ["pace"] }, 'pin names "pace", which is no field'],
    [{ id: "a", caption: 3 }, "caption must be text, not 3"],
    [{ id: "a", children: "x" }, "children are not taken"],
    [{ id: "a", stride: 2, dilation: 4 }, "dilation cannot be 4 together with the other values"],
  ])("%o", (props, fault) => {
    expect(() => readAuthorProps(widget, props)).toThrow(`<FilterBench>: ${fault}`);
  });
});
