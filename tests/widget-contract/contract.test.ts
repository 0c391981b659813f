import { existsSync, readFileSync, readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { fc } from "@fast-check/vitest";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { idleEngine } from "../../src/widget-kit/engine-source";
import { firstFrame } from "../../src/widget-kit/first-frame";
import { WidgetHost } from "../../src/widget-kit/widget-host";
import { widgetLoaders, widgetNames } from "../../src/widgets/registry";
import { anyLink, isSame, quickest } from "./links";

const folder = new URL("../../src/widgets/", import.meta.url);
const chapters = new URL("../../chapters/", import.meta.url);
const sevenFiles = [
  "index.ts",
  "schema.ts",
  "model.ts",
  "view.tsx",
  "cases.ts",
  "model.test.ts",
  "view.test.tsx",
];
/** What a sentence or a line of code holds when something was not worked out. */
const unfinished = /\bNaN\b|undefined|\bnull\b|\[object|Infinity/;

const widgets = await Promise.all(
  widgetNames.map(async (name) => {
    const { default: definition } = await widgetLoaders[`./${name}/index.ts`]!();
    const { View } = await definition.loadView();
    return { name, definition, View };
  }),
);

test("there are widgets", () => {
  expect(widgetNames.length).toBeGreaterThan(0);
});

describe.each(widgets)("$name", ({ name, definition, View }) => {
  const { schema, model, cases } = definition;
  const stateOf = (change: object) => ({ ...schema.defaults, ...change });

  test("is called as its folder, and says what there is to discover", () => {
    expect(definition.name).toBe(name);
    expect(definition.title).toMatch(/^[A-Z0-9]/);
    expect(definition.discover).toMatch(/[.?]$/);
  });

  test("has the seven files", () => {
    const missing = sevenFiles.filter((file) => !existsSync(new URL(`${name}/${file}`, folder)));
    expect(missing).toEqual([]);
  });

  test("is used by a chapter", () => {
    const tag = name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const used = readdirSync(chapters)
      .filter((file) => file.endsWith(".mdx"))
      .some((file) => new RegExp(`<${tag}\\s`).test(readFileSync(new URL(file, chapters), "utf8")));
    expect(used, `<${tag} …/> in a chapter`).toBe(true);
  });

  test("its default and every case are legal states that a link brings back", () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const { name: title, state } of [{ name: "defaults", state: {} }, ...cases]) {
      const full = stateOf(state);
      expect(
        Object.keys(state).filter((key) => !(key in schema.fields)),
        title,
      ).toEqual([]);
      expect(isSame(schema, schema.repair?.(full) ?? full, full), `${title} is legal`).toBe(true);
      const { state: back, notes } = schema.parse(schema.serialize(full));
      expect(notes, title).toEqual([]);
      expect(isSame(schema, back, full), `${title} comes back`).toBe(true);
    }
  });

  test(
    "any link gives a legal state in 5 ms, and that state is its own link",
    { timeout: 60_000 },
    () => {
      const slow: string[] = [];
      fc.assert(
        fc.property(anyLink(definition), (link) => {
          const start = performance.now();
          const { state, notes } = schema.parse(link);
          if (performance.now() - start > 5) slow.push(link);
          expect(isSame(schema, schema.repair?.(state) ?? state, state)).toBe(true);
          const again = schema.parse(schema.serialize(state));
          expect(again.notes).toEqual([]);
          expect(isSame(schema, again.state, state)).toBe(true);
          for (const note of notes) expect(note).toMatch(/\.$/);
        }),
        { numRuns: 1000 },
      );
      // What was slow once may have been the machine's doing; what stays slow is the link's.
      const still = slow.filter((link) => quickest(() => schema.parse(link)) > 5);
      expect(still).toEqual([]);
    },
  );

  test.each(cases)(
    "$name holds on its first frame",
    { timeout: 60_000 },
    async ({ state: change, facts }) => {
      const state = stateOf(change);
      const request = model.request(state, {});
      expect(isDeepStrictEqual(structuredClone(request), request), "is plain data").toBe(true);
      const { result } = await firstFrame(definition, state, {});
      const viewModel = model.derive(state, result, {});
      const broken = Object.entries(facts as Record<string, (vm: unknown) => boolean>)
        .filter(([, holds]) => !holds(viewModel))
        .map(([fact]) => fact);
      expect(broken).toEqual([]);

      for (const spoken of [viewModel, model.derive(state, null, {})].map(model.describe)) {
        expect(spoken).toMatch(/^\S.*[.!?]$/s);
        expect(spoken).not.toMatch(unfinished);
      }
      const examples = model.code(state, viewModel);
      expect(new Set(examples.map(({ language }) => language)).size).toBe(examples.length);
      expect(examples.length).toBeGreaterThan(0);
      for (const { code } of [...examples, ...model.code(state)]) {
        expect(code.trim()).not.toBe("");
        expect(code).not.toMatch(/undefined|\[object/);
      }
    },
  );

  test.each(cases)(
    "$name is served without a style attribute",
    { timeout: 60_000 },
    ({ state }) => {
      const html = renderToString(
        createElement(WidgetHost, {
          definition,
          View,
          id: "figure",
          initial: stateOf(state),
          pinned: [],
          stills: {},
          firstResult: null,
          engine: idleEngine(),
        }),
      );
      expect(html).toContain(definition.title);
      expect(html).not.toMatch(/<[^>]*\sstyle=/);
      expect(html).not.toMatch(/\b(?:src|href)="data:/);
    },
  );
});
