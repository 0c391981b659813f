import { expect } from "vitest";
import { firstCell, liveBench, settledPictures } from "./bench";
import { chapterOne, test } from "./book";

const noWebgl = ["--use-gl=disabled"];

test("without WebGL the bench runs", async ({ visit }) => {
  const without = await visit(chapterOne, { flags: noWebgl });
  const has = await without.evaluate(() => new OffscreenCanvas(1, 1).getContext("webgl2") !== null);
  expect(has).toBe(false);
  const bench = await liveBench(without);
  const before = await settledPictures(bench);
  await firstCell(bench).focus();
  await without.keyboard.press("ArrowUp");
  await expect.poll(() => settledPictures(bench), { timeout: 20_000 }).not.toEqual(before);
});

test("without workers the bench runs on the page's own thread", async ({ visit }) => {
  const page = await visit(chapterOne, {
    before: () => {
      Reflect.deleteProperty(globalThis, "Worker");
    },
  });
  const bench = await liveBench(page);
  expect(page.workers()).toHaveLength(0);
  const before = await settledPictures(bench);
  await firstCell(bench).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => settledPictures(bench), { timeout: 20_000 }).not.toEqual(before);
});

test("without WebGL and with the wasm binary lost, plain loops serve", async ({ visit }) => {
  const page = await visit(chapterOne, { flags: noWebgl, refuse: /\.wasm$/ });
  const bench = await liveBench(page);
  const before = await settledPictures(bench);
  await firstCell(bench).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => settledPictures(bench), { timeout: 20_000 }).not.toEqual(before);
});
