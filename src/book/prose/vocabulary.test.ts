import { createElement, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { vocabulary } from ".";

/** Props that a component needs before it can be drawn. */
const PROPS: Readonly<Record<string, object>> = {
  Aside: { title: "A refresher" },
  Definition: { term: "Feature map" },
  Formula: { id: "output-size", of: "core/conv/output-size" },
  HandStep: {},
  Misconception: { claim: "Small is better." },
  ReceptiveFieldStack: { layers: 2 },
  SeedNote: { id: "a", verdict: "loose", quote: "…" },
  Term: { is: "kernel" },
  Value: { of: "chain-layers" },
  WindowCounts: { input: 5, kernel: 3 },
  WindowPlaces: { input: 10, kernel: 3 },
};

function draw(name: string, props: object = {}, children = "text"): string {
  const Component = vocabulary[name as keyof typeof vocabulary] as ComponentType<object>;
  return renderToStaticMarkup(createElement(Component, { ...PROPS[name], ...props }, children));
}

describe.each(Object.keys(vocabulary))("<%s>", (name) => {
  test("is static markup without inline style, script or handler", () => {
    const markup = draw(name);
    expect(markup).not.toBe("");
    expect(markup).not.toMatch(/\s(style|on\w+)=|<script|javascript:|data:/);
  });

  test("prints every number it computes as a number", () => {
    expect(draw(name)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});

test("a value prints its fact and says where it comes from", () => {
  expect(draw("Value")).toContain(">99</data>");
  expect(draw("Value")).toContain('title="every 3×3');
});

test("a value of no fact stops the build", () => {
  expect(() => draw("Value", { of: "chain-layer" })).toThrow('no fact is named "chain-layer"');
});

test("a window that does not fit stops the build", () => {
  expect(() => draw("WindowPlaces", { input: 2, kernel: 3 })).toThrow("does not fit");
});

test("a ruler tells which cell no window reads", () => {
  expect(draw("WindowPlaces", { input: 10, kernel: 3, stride: 2 })).toContain(
    "4 positions, and 1 cell at the end that no window reads",
  );
});

test("equal dilations leave cells unseen, growing ones do not", () => {
  const unseen = (dilations: string): number =>
    draw("ReceptiveFieldStack", { layers: 3, dilations }).match(/cy="180" r="4"/g)?.length ?? 0;
  expect(unseen("2,2,2")).toBe(6);
  expect(unseen("1,2,4")).toBe(0);
});

test("a term leads to its glossary entry", () => {
  expect(draw("Term", { is: "feature map" })).toContain('href="../glossary/#feature-map"');
  expect(draw("Definition")).toContain('id="feature-map"');
});
