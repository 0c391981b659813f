import { expect, test } from "vitest";
import { type IslandData, islandElement, readIslandData } from "./island-data";
import { islandMarkers, markerOf } from "./island-marker";
import { tagOf, type WidgetCall } from "./widget-call";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const data: IslandData = {
  initial: "1;a=b",
  pinned: ["stride"],
  caption: `It's "x" < y & 'z'`,
  stills: { output: "../assets/a.webp" },
  firstResult: { job: "render", pictures: {} },
};

test("what the build writes is what the browser reads", () => {
  const html = islandElement("filter-bench", "bench", data, "<p>frame</p>");
  const raw = /data-island='([^']*)'/.exec(html)![1]!;
  const island = raw.replaceAll("&lt;", "<").replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  expect(readIslandData({ dataset: { island } } as never)).toEqual(data);
  expect(html).toContain('data-widget="filter-bench" data-id="bench"');
  expect(html).toMatch(/><p>frame<\/p><\/div>$/);
});

test("a tag is its folder's name in Pascal case", () => {
  expect(tagOf("filter-bench")).toBe("FilterBench");
  expect(tagOf("lab")).toBe("Lab");
});

test("each use of a widget leaves its own marker and its props", () => {
  const calls: WidgetCall[] = [];
  const { FilterBench } = islandMarkers(["filter-bench"], calls);
  const markup = renderToStaticMarkup(
    createElement("main", null, [
      createElement(FilterBench!, { key: 1, id: "a" }),
      createElement(FilterBench!, { key: 2, id: "b" }),
    ]),
  );
  expect(markup).toBe(`<main>${markerOf(0)}${markerOf(1)}</main>`);
  expect(calls.map(({ props }) => props["id"])).toEqual(["a", "b"]);
});
