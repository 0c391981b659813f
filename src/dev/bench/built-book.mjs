// What a bench that runs alone needs: the built book, served, and a browser to open it in.
import { chromium } from "playwright";
import { findChromium, softwareFlags } from "../commands/chromium.mjs";
import { serveFolder } from "../commands/static-server.mjs";

/**
 * @template T
 * @param {string} folder of the built book
 * @param {(browser: import("playwright").Browser, url: string) => Promise<T>} work url: with a slash
 *   at its end
 * @returns {Promise<T>}
 */
export async function withBuiltBook(folder, work) {
  const site = await serveFolder(folder);
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: softwareFlags,
  });
  try {
    return await work(browser, site.url);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Prints verdicts, `[name, value, holds, promise]` each; a broken one is the program's exit code. */
export function printVerdicts(subject, verdicts) {
  for (const [name, value, holds, promise] of verdicts) {
    console.log(`${holds ? "holds " : "BROKEN"}  ${subject}: ${name}: ${value} (${promise})`);
    if (!holds) process.exitCode = 1;
  }
}
