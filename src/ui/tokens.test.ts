import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** Colour pairs of the block that starts with `selector`. */
function colorsOf(selector: string): ReadonlyMap<string, readonly [string, string]> {
  const start = css.indexOf(`\n${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  const pairs = block.matchAll(/(--[a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map(([, name, light, dark]) => [name!, [light!, dark!]]));
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const base = colorsOf(":root");
const projector = new Map([...base, ...colorsOf("[data-projector]")]);
const backgrounds = ["--ground", "--surface", "--surface-quiet"];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s", (_, theme) => {
  const between = (colors: typeof base, a: string, b: string) =>
    contrast(colors.get(a)![theme], colors.get(b)![theme]);

  test.each([
    ["--ink", 7],
    ["--ink-quiet", 7],
    ["--accent", 4.5],
    ["--danger", 4.5],
    ["--edge", 3],
    ["--focus", 3],
  ])("%s stands out %d : 1 from every background", (name, least) => {
    for (const ground of backgrounds)
      expect(between(base, name, ground), ground).toBeGreaterThanOrEqual(least);
  });

  test.each(["--ink", "--ink-quiet", "--accent", "--danger"])(
    "%s stands out 7 : 1 on a projector",
    (name) => {
      for (const ground of backgrounds)
        expect(between(projector, name, ground), ground).toBeGreaterThanOrEqual(7);
    },
  );

  test("text on coloured grounds stands out 4.5 : 1", () => {
    for (const [text, ground] of [
      ["--accent-ink", "--accent"],
      ["--accent-ink", "--accent-strong"],
      ["--accent-strong", "--accent-soft"],
      ["--accent", "--accent-soft"],
      ["--ink", "--accent-soft"],
      ["--ink", "--danger-soft"],
      ["--danger", "--danger-soft"],
    ] as const)
      expect(between(base, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});
