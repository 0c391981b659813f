import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect } from "vitest";
import { awake, liveBench } from "./bench";
import { filesBelow } from "../architecture/source-tree";
import { chapterOne, dist, test } from "./book";

/** Scripts that the page's own thread has fetched. */
const scripts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.split("?")[0]!.endsWith(".js")),
  );

const built = filesBelow("assets", dist)
  .filter((path) => path.endsWith(".js"))
  .map((path) => ({ path, code: readFileSync(join(dist, path), "utf8") }));

/** A word that tfjs keeps through minification and nobody else uses. */
const TFJS = "numDataIds";

test("a figure far below sleeps, and nothing of it is fetched", async ({ visit }) => {
  const page = await visit(chapterOne, { viewport: { width: 1280, height: 500 } });
  await page.waitForLoadState("networkidle");
  const islands = page.locator("[data-island]");
  expect(await islands.count()).toBeGreaterThan(0);
  expect(await page.locator("[data-hydrated]").count()).toBe(0);
  // The view's settings and the watch for islands; React is an order of magnitude larger.
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((total, entry) => total + (entry as PerformanceResourceTiming).decodedBodySize, 0),
  );
  expect(sizes).toBeLessThan(40_000);
  expect(page.workers()).toHaveLength(0);
});

test("a figure wakes when it comes near, with its engine in a worker", async ({ visit }) => {
  const page = await visit(chapterOne, { viewport: { width: 1280, height: 500 } });
  await page.waitForLoadState("networkidle");
  const before = await scripts(page);
  await liveBench(page);
  expect((await scripts(page)).length).toBeGreaterThan(before.length);
  expect(page.workers().length).toBeGreaterThan(0);
});

test("tfjs is fetched by the worker and never by the page", async ({ visit }) => {
  const page = await visit(chapterOne);
  await liveBench(page);
  await page.waitForLoadState("networkidle");
  expect(built.some(({ code }) => code.includes(TFJS))).toBe(true);
  const workers = page.workers().map((worker) => worker.url());
  const names = (await scripts(page)).filter((url) => !workers.includes(url));
  const fetched = built.filter(({ path }) => names.some((url) => url.endsWith(`/${path}`)));
  expect(fetched.length).toBeGreaterThan(3);
  expect(fetched.filter(({ code }) => code.includes(TFJS))).toEqual([]);
});

test("a figure reached by keyboard alone wakes", async ({ visit }) => {
  const page = await visit(chapterOne);
  await page.evaluate(() => {
    const inside = document.querySelector<HTMLElement>(
      '[data-id="bench"] :is(a[href], button, input, select, summary, [tabindex="0"])',
    );
    inside?.focus();
  });
  await awake(page, "bench");
});

test("a wakened figure looks as it did asleep: nothing moves", async ({ visit }) => {
  const page = await visit(chapterOne, { viewport: { width: 1280, height: 900 } });
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await liveBench(page);
  const shifts = await page.evaluate(
    () => (globalThis as unknown as { shifts: readonly number[] }).shifts,
  );
  expect(shifts.reduce((total, one) => total + one, 0)).toBeLessThan(0.1);
});
