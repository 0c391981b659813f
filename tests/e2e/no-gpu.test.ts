import { expect } from "vitest";
import { expectAnswers } from "./bench";
import { chapterOne, test } from "./book";

const noWebgl = ["--use-gl=disabled"];

test("without WebGL the bench runs", async ({ visit }) => {
  const without = await visit(chapterOne, { flags: noWebgl });
  const has = await without.evaluate(() => new OffscreenCanvas(1, 1).getContext("webgl2") !== null);
  expect(has).toBe(false);
  await expectAnswers(without);
});

test("without workers the bench runs on the page's own thread", async ({ visit }) => {
  const page = await visit(chapterOne, {
    before: () => {
      Reflect.deleteProperty(globalThis, "Worker");
    },
  });
  await expectAnswers(page);
  expect(page.workers()).toHaveLength(0);
});

test("without WebGL and with the wasm binary lost, plain loops serve", async ({ visit }) => {
  const page = await visit(chapterOne, { flags: noWebgl, refuse: /\.wasm$/ });
  await expectAnswers(page);
});
