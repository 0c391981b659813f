import type { Page } from "playwright";
import { expect } from "vitest";
import { firstCell, liveBench, settledPictures, valueOf } from "./bench";
import { chapterOne, test } from "./book";

/** Numbers everything that Tab should reach; a radio group is one stop. */
const numberStops = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex]",
    );
    const groups = new Set<string>();
    const stops = [...all].filter((element) => {
      if (element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true }))
        return false;
      if (element.matches(":disabled") || element.closest("[inert]")) return false;
      if (element instanceof HTMLInputElement && element.type === "radio") {
        const checked = document.querySelector(`input[name="${CSS.escape(element.name)}"]:checked`);
        if (checked ? checked !== element : groups.has(element.name)) return false;
        groups.add(element.name);
      }
      return true;
    });
    stops.forEach((element, at) => element.setAttribute("data-stop", String(at)));
    return stops.length;
  });

interface Stop {
  readonly at: number | null;
  readonly what: string;
  readonly ring: boolean;
}

/** Where the focus is, and whether that can be seen on the element or beside it. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const shows = (candidate: Element | null): boolean => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (
        (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none"
      );
    };
    const near = [
      element,
      element.nextElementSibling,
      element.parentElement,
      element.closest("label"),
    ];
    const number = element.getAttribute("data-stop");
    return {
      at: number === null ? null : Number(number),
      what: element.outerHTML.slice(0, 160),
      ring: near.some(shows),
    };
  });

test("Tab reaches everything in chapter 1, shows where it is, and is trapped nowhere", async ({
  visit,
}) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  await settledPictures(bench);
  await page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement).blur();
  });
  const count = await numberStops(page);
  expect(count).toBeGreaterThan(40);
  const reached = new Set<number>();
  const hidden: string[] = [];
  const strange: string[] = [];
  for (let i = 0; i < count + 10 && reached.size < count; i++) {
    await page.keyboard.press("Tab");
    const { at, what, ring } = await focused(page);
    if (at === null) {
      if (!what.startsWith("<body")) strange.push(what);
      continue;
    }
    reached.add(at);
    if (!ring) hidden.push(what);
  }
  const missed = await page.evaluate(
    (seen) =>
      [...document.querySelectorAll("[data-stop]")]
        .filter((element) => !seen.includes(Number(element.getAttribute("data-stop"))))
        .map((element) => element.outerHTML.slice(0, 160)),
    [...reached],
  );
  expect(strange).toEqual([]);
  expect(missed).toEqual([]);
  expect(hidden).toEqual([]);
});

test("the first Tab stop leads past the menus to the text", async ({ visit }) => {
  const page = await visit(chapterOne);
  await page.keyboard.press("Tab");
  const link = page.getByRole("link", { name: "Skip to the text" });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await link.isVisible()).toBe(true);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
});

test("an arrow key changes a weight, its picture and what is said about it", async ({ visit }) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  const before = await settledPictures(bench);
  const cell = firstCell(bench);
  const value = await valueOf(cell);
  await cell.focus();
  await page.keyboard.press("ArrowUp");
  expect(await valueOf(cell)).toBeCloseTo(value + 0.1, 5);
  await page.keyboard.press("Shift+ArrowUp");
  expect(await valueOf(cell)).toBeCloseTo(value + 1.1, 5);
  await expect.poll(() => settledPictures(bench), { timeout: 20_000 }).not.toEqual(before);
  await page.keyboard.press("ArrowRight");
  const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(name).toMatch(/^row 0, column 1/);
});
