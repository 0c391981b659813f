import type { Page } from "playwright";
import { expect } from "vitest";
import { expectAnswers, firstCell, liveBench, settledPictures } from "./bench";
import { chapterOne, test } from "./book";

/** Runs in the page before its scripts: counts jobs sent to the engine. */
function countJobs(): void {
  const counted = { jobs: 0 };
  Object.assign(globalThis, { counted });
  const post = Worker.prototype.postMessage as (...parameters: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...parameters: unknown[]) {
    if ((parameters[0] as { kind?: string } | null)?.kind === "run") counted.jobs++;
    post.apply(this, parameters);
  };
}

const jobs = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { counted: { jobs: number } }).counted.jobs);

test("a clock that jumps eight hours brings no burst of work", async ({ visit }) => {
  const page = await visit("glossary/", { before: countJobs });
  await page.clock.install();
  await page.goto(new URL(`../${chapterOne}`, page.url()).href);
  await settledPictures(await liveBench(page));
  const before = await jobs(page);
  expect(before).toBeGreaterThan(0);
  await page.clock.fastForward("08:00:00");
  await page.waitForTimeout(2000);
  expect((await jobs(page)) - before).toBeLessThanOrEqual(1);
  await expectAnswers(page);
});

test("a page that was frozen goes on when it is shown again", async ({ visit }) => {
  const page = await visit(chapterOne);
  await settledPictures(await liveBench(page));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((thawed) => setTimeout(thawed, 3000));
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await expectAnswers(page);
});

test("the way back to a chapter finds its figure as it was left", async ({ visit }) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  await firstCell(bench).focus();
  await page.keyboard.press("ArrowUp");
  const drawn = await settledPictures(bench);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#w\.bench=/);
  await page.goto(new URL("../training/", page.url()).href);
  await page.goBack();
  const again = await liveBench(page);
  expect(await settledPictures(again)).toEqual(drawn);
  await expectAnswers(page);
});
