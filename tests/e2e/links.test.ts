import { expect } from "vitest";
import { pages, test } from "./book";

interface Link {
  readonly page: string;
  readonly href: string;
}

test("every link of every page leads somewhere", async ({ book, visit }) => {
  const page = await visit("");
  const links: Link[] = [];
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const path of pages) {
    await page.goto(book.url + path);
    const [hrefs, ids] = await page.evaluate(() => [
      [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => link.href),
      [...document.querySelectorAll("[id]")].map((element) => element.id),
    ]);
    anchors.set(book.url + path, new Set(ids));
    links.push(...hrefs!.map((href) => ({ page: path, href })));
  }
  expect(links.length).toBeGreaterThan(100);

  const broken: Link[] = [];
  const answers = new Map<string, number>();
  for (const link of links) {
    const target = new URL(link.href);
    if (!target.href.startsWith(book.url)) continue;
    const hash = decodeURIComponent(target.hash.slice(1));
    target.hash = "";
    if (!answers.has(target.href))
      answers.set(target.href, (await page.request.get(target.href)).status());
    const found = answers.get(target.href) === 200;
    const ids = anchors.get(target.href);
    if (!found || (hash && !hash.startsWith("w.") && ids && !ids.has(hash))) broken.push(link);
  }
  expect(broken).toEqual([]);
});

test("links to other sites are https and open in the reader's own way", async ({ book, visit }) => {
  const page = await visit("");
  const odd: string[] = [];
  for (const path of pages) {
    await page.goto(book.url + path);
    const hrefs = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => link.href),
    );
    odd.push(...hrefs.filter((href) => !href.startsWith(book.url) && !href.startsWith("https://")));
  }
  expect(odd).toEqual([]);
});
