import { expect, test as plain } from "vitest";
import { chapterOne, openBook, pages, test } from "./book";

test.for(pages)('"%s" opens under a path, quietly', async (path, { visit }) => {
  const page = await visit(path);
  await page.waitForLoadState("networkidle");
  expect(await page.title()).not.toBe("");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("the policy in the page allows our scripts and WebAssembly, and no more", async ({
  visit,
}) => {
  const page = await visit(chapterOne);
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute("content");
  const directives = new Map(
    policy!.split(";").map((part) => {
      const [name, ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  expect(directives.get("default-src")).toEqual(["'self'"]);
  expect(directives.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
});

test("the policy is in force: an inline script is refused", async ({ book }) => {
  const page = await book.browser.newPage();
  await page.goto(book.url + chapterOne);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(script);
    return "ran" in globalThis;
  });
  expect(ran).toBe(false);
  await page.close();
});

plain("the same files work at the root of a domain", async () => {
  const book = await openBook("/");
  try {
    const page = await book.browser.newPage();
    const failed: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    page.on("pageerror", (error) => failed.push(error.message));
    for (const path of pages) await page.goto(book.url + path, { waitUntil: "networkidle" });
    expect(failed).toEqual([]);
  } finally {
    await book.close();
  }
});
