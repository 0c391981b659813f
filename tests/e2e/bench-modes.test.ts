import { expect } from "vitest";
import { liveBench, picturesOf } from "./bench";
import { chapterOne, test } from "./book";

test("who asks for less motion gets steps and the slider, and no play button", async ({
  visit,
}) => {
  const page = await visit(chapterOne, { reducedMotion: "reduce" });
  const bench = await liveBench(page);
  const scan = bench.getByRole("group", { name: "Slide the window" });
  expect(await scan.getByRole("button", { name: "Play" }).count()).toBe(0);
  const place = scan.getByRole("slider", { name: "Position" });
  const before = Number(await place.inputValue());
  await scan.getByRole("button", { name: "Step forward" }).click();
  await expect.poll(() => place.inputValue()).toBe(String(before + 1));
});

test("on paper the bench shows its pictures and numbers, and no controls", async ({ visit }) => {
  const page = await visit(chapterOne);
  const bench = await liveBench(page);
  const shown = (await picturesOf(bench)).length;
  await page.emulateMedia({ media: "print" });
  expect(shown).toBeGreaterThan(3);
  expect(await bench.locator(".viz-map canvas").first().isVisible()).toBe(true);
  expect(await bench.getByText("[4, 3, 3, 3]").isVisible()).toBe(true);
  for (const name of ["Negate", "Play", "Add a filter", "Reset this figure"])
    expect(await bench.getByRole("button", { name }).first().isVisible()).toBe(false);
});

test("in forced colours the chosen channel is told apart, and weights keep their colours", async ({
  visit,
}) => {
  const page = await visit(chapterOne, { forcedColors: "active" });
  const bench = await liveBench(page);
  const outlines = await bench
    .locator(".fb-card")
    .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).outlineStyle));
  expect(outlines.filter((style) => style === "solid")).toHaveLength(1);
  const fills = await bench
    .locator(".viz-kernel .viz-cell-fill rect")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).fill));
  expect(new Set(fills).size).toBeGreaterThan(2);
});
