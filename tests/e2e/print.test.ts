import { expect } from "vitest";
import { chapterOne, test } from "./book";

test("chapter 1 prints to several pages with its text", async ({ visit }) => {
  const page = await visit(chapterOne, { colorScheme: "dark" });
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const text = pdf.toString("latin1");
  const sheets = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThanOrEqual(4);
  expect(sheets).toBeLessThan(60);
  // Fonts are embedded only for glyphs that are drawn.
  expect(text).toMatch(/\/FontFile2|\/FontFile3|\/Type3/);
});

test("on paper the page is dark on white and has no menus", async ({ visit }) => {
  const page = await visit(chapterOne, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const [text, paper] = await page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d")!;
    return [
      getComputedStyle(document.querySelector("main p")!).color,
      getComputedStyle(document.documentElement).backgroundColor,
    ].map((color) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = "white";
      context.fillRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
      return (r + g + b) / 3;
    });
  });
  expect(text).toBeLessThan(80);
  expect(paper).toBeGreaterThan(240);
  expect(await page.getByText("View", { exact: true }).isVisible()).toBe(false);
});
