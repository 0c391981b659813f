import type { Locator } from "playwright";
import { expect } from "vitest";
import { liveBench, settledPictures } from "./bench";
import { chapterOne, test } from "./book";

const badge = (figure: Locator) => figure.getByText(/^Computed on this machine/);

test("the reader chooses where the numbers are made, for the whole visit", async ({ visit }) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  await badge(bench).click();
  await bench.getByRole("combobox", { name: "Compute on" }).selectOption({
    label: "the book’s own loops: without tfjs",
  });
  await expect.poll(() => badge(bench).textContent()).toContain("the book’s own loops");
  await page.reload();
  const again = await liveBench(page);
  await expect.poll(() => badge(again).textContent()).toContain("the book’s own loops");
});

test("pictures are drawn again after the graphics process has died", async ({ visit }) => {
  const page = await visit(chapterOne, {
    // A browser of its own, on the tier that dies with that process.
    flags: ["--disable-extensions"],
    before: () => {
      sessionStorage.setItem("receptive.tier", "webgl-f32");
      Object.assign(globalThis, { answers: 0 });
      const draw = CanvasRenderingContext2D.prototype.drawImage;
      CanvasRenderingContext2D.prototype.drawImage = function (...parameters: unknown[]) {
        (globalThis as unknown as { answers: number }).answers++;
        return Reflect.apply(draw, this, parameters);
      };
    },
  });
  const drawn = () => page.evaluate(() => (globalThis as unknown as { answers: number }).answers);
  const bench = await liveBench(page);
  await expect.poll(() => badge(bench).textContent()).toContain("WebGL");
  const before = await settledPictures(bench);
  const count = await drawn();
  const control = await page.context().browser()!.newBrowserCDPSession();
  void control.send("Browser.crashGpuProcess").catch(() => {});
  await expect.poll(drawn, { timeout: 20_000 }).toBeGreaterThan(count);
  await expect.poll(() => settledPictures(bench), { timeout: 20_000 }).toEqual(before);
});
