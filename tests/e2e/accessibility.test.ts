import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect } from "vitest";
import { liveBench } from "./bench";
import { chapterOne, pages, test } from "./book";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const shapes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

const looks = pages.flatMap((path) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    (["desktop", "phone"] as const).map((shape) => ({ path, colorScheme, shape })),
  ),
);

test.for(looks)(
  'axe finds nothing on "$path", $colorScheme, $shape',
  async ({ path, colorScheme, shape }, { visit }) => {
    // The policy would keep axe out; it is tested elsewhere.
    const page = await visit(path, { colorScheme, viewport: shapes[shape], bypassCSP: true });
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
    });
    // What scrolls can be reached by Tab once the page has seen it unfolded.
    await page.waitForTimeout(100);
    if (path === chapterOne) await liveBench(page);
    await page.addScriptTag({ path: axe });
    const violations = await page.evaluate(async (values) => {
      const { run } = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
      const results: AxeResults = await run(document, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
      });
      return results.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
      }));
    }, rules);
    expect(violations).toEqual([]);
  },
);
