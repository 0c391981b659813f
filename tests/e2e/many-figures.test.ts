import { expect } from "vitest";
import { test } from "./book";

interface Counters {
  contexts: number;
  jobs: number;
  frames: number;
}

/** Runs in the page before its scripts: counts WebGL contexts, jobs sent to the engine, and frames. */
function countInPage(): void {
  const counted: Counters = { contexts: 0, jobs: 0, frames: 0 };
  Object.assign(globalThis, { counted });
  for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
    const open = prototype.getContext as (...parameters: unknown[]) => unknown;
    Object.assign(prototype, {
      getContext(this: unknown, ...parameters: unknown[]) {
        if (String(parameters[0]).startsWith("webgl")) counted.contexts++;
        return open.apply(this, parameters);
      },
    });
  }
  const post = Worker.prototype.postMessage as (...parameters: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...parameters: unknown[]) {
    if ((parameters[0] as { kind?: string } | null)?.kind === "run") counted.jobs++;
    post.apply(this, parameters);
  };
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callBack) => {
    counted.frames++;
    return ask(callBack);
  };
}

/** Stands before the engine's own script: a context counts from its making until it is given up. */
const COUNT_IN_WORKER = `
self.held = 0;
const open = OffscreenCanvas.prototype.getContext;
const known = new WeakSet();
OffscreenCanvas.prototype.getContext = function (...parameters) {
  const context = open.apply(this, parameters);
  if (context && parameters[0].startsWith("webgl") && !known.has(context)) {
    known.add(context);
    self.held++;
    this.addEventListener("webglcontextlost", () => self.held--, { once: true });
  }
  return context;
};
`;

test("twenty figures on a page hold one context, and out of sight they do nothing", async ({
  book,
}) => {
  const page = await book.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(countInPage);
  await page.route(/\/worker-[^/]+\.js$/, async (route) => {
    const script = await route.fetch();
    await route.fulfill({ response: script, body: COUNT_IN_WORKER + (await script.text()) });
  });
  await page.goto(`${book.url}lab/`);
  await page.getByRole("radio", { name: "WebGL 32" }).check();
  const cases = page.locator(".lab-case");
  await expect.poll(() => cases.count()).toBeGreaterThan(30);
  const live = page.locator(".lab-case[data-hydrated]");
  for (let at = 0; (await live.count()) < 20; at++) {
    await cases.nth(at).scrollIntoViewIfNeeded();
    await expect.poll(() => cases.nth(at).getAttribute("data-hydrated")).not.toBeNull();
  }
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 30_000 }).toBe(0);
  const read = () => page.evaluate(() => (globalThis as unknown as { counted: Counters }).counted);
  expect((await read()).jobs).toBeGreaterThan(10);
  const engines = page.workers().filter((worker) => /\/worker-/.test(worker.url()));
  expect(engines).toHaveLength(1);
  const held = () => engines[0]!.evaluate(() => (globalThis as unknown as { held: number }).held);
  expect((await held()) + (await read()).contexts).toBe(1);

  // The last of the page is far from every figure that is live.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(1500);
  const before = await read();
  await page.waitForTimeout(2000);
  const after = await read();
  expect(after.jobs - before.jobs).toBe(0);
  expect(after.frames - before.frames).toBeLessThan(5);
  await page.close();
});
