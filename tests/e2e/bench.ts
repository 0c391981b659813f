import type { Locator, Page } from "playwright";
import { expect } from "vitest";

/** Fingerprint of what a figure's maps show; empty ones count for nothing. */
export const picturesOf = (figure: Locator): Promise<readonly string[]> =>
  figure.evaluate((element) =>
    [...element.querySelectorAll<HTMLCanvasElement>(".viz-map canvas")]
      .map((canvas) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
        let hash = 0;
        let opaque = 0;
        for (let at = 0; at < pixels.length; at++) {
          hash = (Math.imul(hash, 31) + pixels[at]!) | 0;
          if (at % 4 === 3) opaque += pixels[at]!;
        }
        return opaque === 0 ? "" : `${width}×${height} ${hash}`;
      })
      .filter(Boolean),
  );

/** Waits until a figure's pictures are there and have stopped changing; their fingerprint. */
export async function settledPictures(figure: Locator): Promise<readonly string[]> {
  let last: readonly string[] = [];
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const now = await picturesOf(figure);
    if (now.length > 0 && now.join() === last.join()) return now;
    last = now;
    await figure.page().waitForTimeout(400);
  }
  throw new Error(`the pictures did not settle: ${last.join()}`);
}

/** Scrolls to a figure and waits until it runs. */
export async function awake(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-widget][data-id="${id}"]`);
  await figure.scrollIntoViewIfNeeded();
  await expect
    .poll(() => figure.getAttribute("data-hydrated"), { timeout: 30_000, interval: 100 })
    .not.toBeNull();
  return figure;
}

/** Chapter 1's bench, running, with its first pictures of the engine's. */
export async function liveBench(page: Page): Promise<Locator> {
  const bench = await awake(page, "bench");
  await settledPictures(bench);
  return bench;
}

/** The first weight of the first kernel that can be changed. */
export const firstCell = (bench: Locator): Locator =>
  bench.getByRole("spinbutton", { name: /^row 0, column 0/ }).first();

export const valueOf = async (cell: Locator): Promise<number> =>
  Number(await cell.getAttribute("aria-valuenow"));

/** An arrow key on the first weight changes the pictures of chapter 1's bench. */
export async function expectAnswers(page: Page): Promise<void> {
  const bench = await liveBench(page);
  const before = await settledPictures(bench);
  await firstCell(bench).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => settledPictures(bench), { timeout: 20_000 }).not.toEqual(before);
}
