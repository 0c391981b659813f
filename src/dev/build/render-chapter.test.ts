import { createElement, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Chapter } from "../../book/chapter";
import { renderChapter } from "./render-chapter";

type Tag = readonly [name: string, line: number, props?: object];

/** A chapter of nothing but these tags, rendered as one. */
function render(...tags: readonly Tag[]) {
  const chapter: Chapter = {
    title: "T",
    slug: "t",
    order: 1,
    description: "D",
    kind: "chapter",
    file: "chapters/t.mdx",
    headings: [],
    tags: tags.map(([name, line]) => ({ name, line })),
    Content: () => null,
  };
  const markup = (components: Readonly<Record<string, unknown>>) =>
    tags
      .map(([name, , props]) =>
        renderToStaticMarkup(createElement(components[name] as ComponentType<object>, props)),
      )
      .join("\n");
  return renderChapter(chapter, markup, async (_, longest) => `../assets/at-${longest}.webp`);
}

describe("the build stops and names file and line", () => {
  test("for a tag that is neither prose nor a widget", async () => {
    await expect(render(["FilterBank", 7])).rejects.toThrow(
      "chapters/t.mdx:7: <FilterBank> is neither prose nor a widget of the book",
    );
  });

  test("for a prop that the widget does not know", async () => {
    await expect(render(["FilterBench", 9, { id: "a", sride: 2 }])).rejects.toThrow(
      /^chapters\/t\.mdx:9: <FilterBench>: sride is no field/,
    );
  });

  test("for a widget without an id", async () => {
    await expect(render(["FilterBench", 3])).rejects.toThrow(/^chapters\/t\.mdx:3: .*id/);
  });

  test("for the second of two figures with one id", async () => {
    const props = { id: "a", picture: "step-edge" };
    await expect(render(["FilterBench", 3, props], ["FilterBench", 12, props])).rejects.toThrow(
      'chapters/t.mdx:12: another figure on this page has the id "a"',
    );
  });
});

test("a widget's place holds its first frame, computed, with nothing that a strict policy forbids", async () => {
  const { body, widgets } = await render(["FilterBench", 3, { id: "a", picture: "step-edge" }]);
  expect(widgets).toEqual(["filter-bench"]);
  expect(body).toMatch(/^<div class="island" data-widget="filter-bench" data-id="a"/);
  expect(body).toContain("../assets/at-");
  expect(body).not.toContain("data-island-marker");
  expect(body).not.toMatch(/<[^>]*\sstyle=/);
});
