import { expect } from "vitest";
import { chapterOne, pages, test } from "./book";

const chapters = [
  "channels-and-kernels/",
  "why-3x3/",
  "size-reduction/",
  "initialisation/",
  "training/",
];

test("cover, five chapters, their companions and the lab are pages of the book", () => {
  expect(pages).toEqual(
    expect.arrayContaining(["", ...chapters, "glossary/", "errata/", "how-to-read/", "lab/"]),
  );
});

test.for(chapters)("%s is readable without JavaScript", async (path, { visit }) => {
  const page = await visit(path, { javaScriptEnabled: false });
  const main = page.getByRole("main");
  const words = (await main.innerText()).split(/\s+/).length;
  expect(words).toBeGreaterThan(1500);
  expect(await main.getByRole("heading", { level: 2 }).count()).toBeGreaterThanOrEqual(5);
  expect(await page.getByRole("navigation", { name: "On this page" }).count()).toBe(1);
});

test.for(chapters)("%s has its formulas set, and said in MathML", async (path, { visit }) => {
  const page = await visit(path, { javaScriptEnabled: false });
  const formulas = page.locator(".katex");
  const count = await formulas.count();
  expect(count).toBeGreaterThan(5);
  expect(await page.locator(".katex > .katex-mathml > math").count()).toBe(count);
  expect(await page.locator(".katex > .katex-html .katex-base").count()).toBeGreaterThanOrEqual(
    count,
  );
  expect(await page.locator(".katex-error").count()).toBe(0);
  const heights = await formulas.evaluateAll((all) =>
    all.map((one) => one.querySelector(".katex-html")!.getBoundingClientRect().height),
  );
  expect(Math.min(...heights)).toBeGreaterThan(5);
});

test("the bench's first frame is in the page without JavaScript, and shows something", async ({
  visit,
}) => {
  const page = await visit(chapterOne, { javaScriptEnabled: false });
  const bench = page.locator('[data-widget="filter-bench"]').first();
  await bench.scrollIntoViewIfNeeded();
  const stills = bench.locator("img, image");
  expect(await stills.count()).toBeGreaterThan(3);
  for (const still of (await stills.all()).slice(0, 6)) {
    await still.scrollIntoViewIfNeeded();
    const picture = await still.screenshot();
    // A flat picture of any size packs into a few hundred bytes.
    expect(picture.byteLength).toBeGreaterThan(700);
  }
  const named = bench.getByRole("img").or(bench.getByRole("slider"));
  for (const one of await named.all())
    expect((await one.getAttribute("aria-label")) ?? (await one.textContent())).not.toBe("");
});

test("no figure of any page is empty before a script has run", async ({ visit }) => {
  for (const path of pages) {
    if (path === "lab/") continue;
    const page = await visit(path, { javaScriptEnabled: false });
    for (const figure of await page.getByRole("figure").all()) {
      const drawn = await figure.evaluate((element) => {
        const box = element.getBoundingClientRect();
        return box.height > 20 && element.querySelector("img, svg, table, p, li, .katex") !== null;
      });
      expect(drawn, `${path}: ${(await figure.innerText()).slice(0, 60)}`).toBe(true);
    }
    await page.context().close();
  }
});
