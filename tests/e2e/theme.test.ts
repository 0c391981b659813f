import type { Page } from "playwright";
import { expect } from "vitest";
import { chapterOne, test } from "./book";

const lightness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    // A canvas turns whatever colour notation the browser answers into bytes.
    const context = document.createElement("canvas").getContext("2d")!;
    const own = getComputedStyle(document.body).backgroundColor;
    const behind = getComputedStyle(document.documentElement).backgroundColor;
    context.fillStyle = own === "rgba(0, 0, 0, 0)" ? behind : own;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    return (r + g + b) / 3;
  });

async function choose(page: Page, theme: string): Promise<void> {
  const radio = page.getByRole("radio", { name: theme, exact: true });
  if (!(await radio.isVisible())) await page.getByText("View", { exact: true }).click();
  await page.locator("label", { has: radio }).click();
}

test("without a choice the page follows the system", async ({ visit }) => {
  const light = await visit(chapterOne, { colorScheme: "light" });
  const dark = await visit(chapterOne, { colorScheme: "dark" });
  expect(await lightness(light)).toBeGreaterThan(200);
  expect(await lightness(dark)).toBeLessThan(60);
});

test("a chosen theme holds on the next page and after a reload", async ({ book, visit }) => {
  const page = await visit(chapterOne, { colorScheme: "light" });
  await choose(page, "Dark");
  await expect.poll(() => lightness(page)).toBeLessThan(60);
  await page.reload();
  expect(await lightness(page)).toBeLessThan(60);
  await page.goto(`${book.url}training/`);
  expect(await lightness(page)).toBeLessThan(60);
  await choose(page, "Auto");
  await expect.poll(() => lightness(page)).toBeGreaterThan(200);
});

test("the theme can be chosen where storage is blocked", async ({ visit }) => {
  const page = await visit(chapterOne, {
    colorScheme: "light",
    before: () => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
    },
  });
  await choose(page, "Dark");
  await expect.poll(() => lightness(page)).toBeLessThan(60);
});

test("projector mode makes the type larger and holds on the next page", async ({ book, visit }) => {
  const page = await visit(chapterOne);
  const size = () =>
    page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.querySelector("main p")!).fontSize),
    );
  const before = await size();
  const box = page.getByRole("checkbox", { name: /Projector/ });
  if (!(await box.isVisible())) await page.getByText("View", { exact: true }).click();
  await page.locator("label", { has: box }).click();
  await expect.poll(size).toBeGreaterThan(before * 1.15);
  await page.goto(`${book.url}why-3x3/`);
  expect(await size()).toBeGreaterThan(before * 1.15);
});
