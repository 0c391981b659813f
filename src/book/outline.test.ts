import { expect, test } from "vitest";
import { outlineOf } from "./outline";

test("an outline holds headings of levels 2 and 3, the third below the second", () => {
  const outline = outlineOf([
    {
      value: "A",
      depth: 2,
      id: "a",
      children: [{ value: "B", depth: 3, id: "b", children: [{ value: "C", depth: 4, id: "c" }] }],
    },
    { value: "D", depth: 2, id: "d" },
  ]);
  expect(outline).toEqual([
    { id: "a", text: "A", entries: [{ id: "b", text: "B", entries: [] }] },
    { id: "d", text: "D", entries: [] },
  ]);
});

test("headings below a title move up, and those without an id stay out", () => {
  const children = [
    { value: "A", depth: 2, id: "a" },
    { value: "B", depth: 2 },
  ];
  expect(outlineOf([{ value: "T", depth: 1, id: "t", children }])).toEqual([
    { id: "a", text: "A", entries: [] },
  ]);
});
