import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { test as base, expect } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../src/dev/build/page-document";
import { findChromium, softwareFlags } from "../../src/dev/commands/chromium.mjs";
import { serveFolder } from "../../src/dev/commands/static-server.mjs";
import { filesBelow, root } from "../architecture/source-tree";

export const dist = join(root, "dist");
if (!existsSync(join(dist, "index.html"))) throw new Error("no dist: run `npm run build` first");

/** Every page of the built book, as its path from the root of the site: `""`, `"training/"`, … */
export const pages: readonly string[] = filesBelow(".", dist)
  .filter((path) => /(^|\/)index\.html$/.test(path))
  .map((path) => path.replace(/index\.html$/, ""));

export const chapterOne = "channels-and-kernels/";

export interface VisitOptions extends BrowserContextOptions {
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
  /** Extra browser switches; such a visit gets a browser of its own. */
  readonly flags?: readonly string[];
  /** Addresses that the network refuses; the browser's complaint about that is no fault. */
  readonly refuse?: RegExp;
}

/** Opens a page of the book; everything it must never do is checked when the test ends. */
export type Visit = (path: string, options?: VisitOptions) => Promise<Page>;

export interface Book {
  readonly browser: Browser;
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

async function launch(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...softwareFlags, ...flags],
  });
}

/** The built book on a server of its own, under a path, with its policy as a real header. */
export async function openBook(path = "/some/sub/path/"): Promise<Book> {
  const headers = { "content-security-policy": CONTENT_SECURITY_POLICY };
  const [site, browser] = await Promise.all([serveFolder(dist, { base: path, headers }), launch()]);
  return {
    browser,
    url: site.url,
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Collects what a page must never do: errors, violations of the policy, requests elsewhere. */
function watch(page: Page, url: string, refuse?: RegExp): readonly string[] {
  const faults: string[] = [];
  const home = new URL(url).origin;
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" || refuse?.test(message.location().url)) return;
    faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const target = new URL(request.url());
    if (target.protocol !== "blob:" && target.origin !== home)
      faults.push(`request elsewhere: ${request.url()}`);
  });
  return faults;
}

async function expectWellBehaved(page: Page, faults: readonly string[]): Promise<void> {
  if (page.isClosed()) return;
  expect(await page.getByRole("heading", { level: 1 }).first().isVisible()).toBe(true);
  const busy = page.locator('[aria-busy="true"]');
  await expect.poll(() => busy.count(), { timeout: 10_000 }).toBe(0);
  expect(faults).toEqual([]);
}

/** `test` with the built book at hand. */
export const test = base
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures off the pattern
  .extend("book", { scope: "file" }, async ({}, { onCleanup }): Promise<Book> => {
    const book = await openBook();
    onCleanup(() => book.close());
    return book;
  })
  .extend("visit", async ({ book }, { onCleanup }): Promise<Visit> => {
    const ends: (() => Promise<void>)[] = [];
    const opened: { readonly page: Page; readonly faults: readonly string[] }[] = [];
    onCleanup(async () => {
      try {
        for (const { page, faults } of opened) await expectWellBehaved(page, faults);
      } finally {
        for (const end of ends) await end();
      }
    });
    return async (path, { before, flags, refuse, ...options } = {}) => {
      const browser = flags ? await launch(flags) : book.browser;
      const context = await browser.newContext(options);
      ends.push(() => (flags ? browser.close() : context.close()));
      const page = await context.newPage();
      if (before) await page.addInitScript(before);
      if (refuse) await context.route(refuse, (route) => route.abort());
      opened.push({ page, faults: watch(page, book.url, refuse) });
      await page.goto(book.url + path);
      return page;
    };
  });
