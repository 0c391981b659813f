import { expect } from "vitest";
import { pages, test } from "./book";

test.for(pages)('"%s" fits 320 pixels without sideways scroll', async (path, { visit }) => {
  const page = await visit(path, { viewport: { width: 320, height: 640 } });
  await page.waitForLoadState("networkidle");
  // Figures come alive on the way down and may grow.
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 30));
    }
  });
  await page.waitForLoadState("networkidle");
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > room)
      .filter((element) => {
        for (let box = element.parentElement; box; box = box.parentElement)
          if (box !== document.body && getComputedStyle(box).overflowX !== "visible") return false;
        return true;
      })
      .map((element) => `${element.tagName}.${element.getAttribute("class") ?? ""}`)
      .slice(0, 10);
  });
  expect(wide).toEqual([]);
  const { scrolls, room } = await page.evaluate(() => {
    scrollTo(1000, 0);
    return { scrolls: scrollX, room: innerWidth };
  });
  expect(scrolls).toBe(0);
  expect(room).toBe(320);
});
