import { expect } from "vitest";
import { firstCell, liveBench, settledPictures, valueOf } from "./bench";
import { chapterOne, test } from "./book";

test("what the reader changes is in the link, and comes back from it", async ({ visit }) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  const untouched = await settledPictures(bench);
  const cell = firstCell(bench);
  await cell.focus();
  for (let i = 0; i < 7; i++) await page.keyboard.press("ArrowUp");
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#w\.bench=/);
  const drawn = await settledPictures(bench);
  expect(drawn).not.toEqual(untouched);
  await page.waitForTimeout(600);
  // Keys are gathered and shown once a frame: read it when they have all been.
  const value = await valueOf(cell);
  const link = page.url();

  const again = await visit(chapterOne + new URL(link).hash);
  const reopened = await liveBench(again);
  expect(await valueOf(firstCell(reopened))).toBeCloseTo(value, 5);
  expect(await settledPictures(reopened)).toEqual(drawn);
});

test("the query stays out of it", async ({ visit }) => {
  const page = await visit(`${chapterOne}?tfjsflags=WEBGL_FORCE_F16_TEXTURES:true&a=%E0%A4%A`);
  await liveBench(page);
  expect(new URL(page.url()).hash).toBe("");
});

test("a link to a heading goes to the heading and leaves the figures alone", async ({ visit }) => {
  const page = await visit(`${chapterOne}#what-does-a-kernel-do`);
  const heading = page.locator("#what-does-a-kernel-do");
  const top = () => heading.evaluate((element) => Math.abs(element.getBoundingClientRect().top));
  await expect.poll(top).toBeLessThan(200);
  expect(new URL(page.url()).hash).toBe("#what-does-a-kernel-do");
});

test("a shared link opens at its figure", async ({ visit }) => {
  const page = await visit(`${chapterOne}#w.bench=1~stride:2`);
  const figure = page.locator('[data-id="bench"]');
  const top = () => figure.evaluate((element) => element.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(200);
  expect(await top()).toBeGreaterThan(-1);
});

const hostile = {
  "a malformed escape": "#w.bench=%E0%A4%A",
  "an empty state": "#w.bench=",
  "a version of the future": "#w.bench=9999~stride:2",
  "a version that is none": "#w.bench=-1~stride:2",
  "numbers out of every range": "#w.bench=1~stride:1e999~dilation:-7~size:4000000000",
  "fields of objects": "#w.bench=1~__proto__:1~constructor:1~toString:1",
  "a widget that is not there": "#w.nobody=1~a:b",
  markup: "#w.bench=1~picture:<img src=x onerror=alert(1)>",
  "a path": "#w.bench=1~picture:../../../etc/passwd",
  "a hundred thousand letters": `#w.bench=1~filters:${"A".repeat(100_000)}`,
  "NaN in a kernel": "#w.bench=1~filters:NaN,Infinity,-Infinity",
  "a null byte and a lone surrogate": "#w.bench=1~picture:%00%ED%A0%80",
} as const;

test.for(Object.entries(hostile))("%s in the link harms nothing", async ([, hash], { visit }) => {
  const page = await visit(chapterOne + hash);
  const bench = await liveBench(page);
  expect(await firstCell(bench).isVisible()).toBe(true);
  expect(await page.locator("img[onerror]").count()).toBe(0);
});

test("a setting that makes no sense is named beside the figure", async ({ visit }) => {
  const page = await visit(`${chapterOne}#w.bench=1~stride:soup`);
  const bench = await liveBench(page);
  await expect.poll(() => bench.getByText(/“soup”/).count()).toBeGreaterThan(0);
});
