import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type CDPSession, type Page } from "playwright";
import { build, preview, type PreviewServer } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findChromium, softwareFlags } from "../../src/dev/commands/chromium.mjs";
import type { EngineOnPage } from "./fixtures/engine";

declare const engine: EngineOnPage;

const root = fileURLToPath(new URL("./fixtures", import.meta.url));
let outDir: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let control: CDPSession;
let faults: string[];

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "engine-page-"));
  const shared = { configFile: false, root, base: "./", logLevel: "error" } as const;
  await build({
    ...shared,
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2023",
      rollupOptions: { input: join(root, "engine.html") },
    },
  });
  server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
});
afterAll(async () => {
  await server?.close();
  await rm(outDir, { recursive: true, force: true });
});

// A browser each: Chromium remembers crashes and blocks WebGL for as long as it lives.
async function open(): Promise<void> {
  const executablePath = await findChromium();
  browser = await chromium.launch({
    args: softwareFlags,
    ...(executablePath ? { executablePath } : {}),
  });
  control = await browser.newBrowserCDPSession();
  page = await browser.newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${server.resolvedUrls!.local[0]}engine.html`);
  await page.evaluate(() => engine.start("webgl-f32"));
  expect(await page.evaluate(() => engine.worstByte(1))).toBeLessThanOrEqual(1);
  expect(await status()).toMatchObject({ tier: "webgl-f32", worker: true, epoch: 0 });
}

async function close(): Promise<void> {
  await browser.close();
  expect(faults).toEqual([]);
}

beforeEach(open);
afterEach(close);

const status = () => page.evaluate(() => engine.status());

/** Kills the GPU process; the session may die with it before it answers. */
function crashGpu(): void {
  void control.send("Browser.crashGpuProcess").catch(() => {});
}

/** Crashes the GPU process once; milliseconds until the picture was right again. */
async function recovery(): Promise<number> {
  const drawing = page.evaluate(() => engine.drawUntilEpoch(1));
  const since = performance.now();
  crashGpu();
  expect(await drawing).toBeLessThanOrEqual(1);
  const took = performance.now() - since;
  // Chromium takes a second to give contexts again, and as long for the first programs.
  await expect.poll(status).toMatchObject({ tier: "webgl-f32", state: "ready", epoch: 1 });
  return took;
}

// Plain loops stand in before the thread is held up by the opening of a new context: the picture is
// there after some tenths of a second, the device itself after about two.
test("one crash of the GPU process in the middle of drawing is got over within 2 s, with the right picture", async () => {
  expect(await recovery()).toBeLessThan(2_000);
});

test("after three crashes in a row a tier without WebGL serves, and says so", async () => {
  for (let crash = 1; crash <= 3; crash++) {
    const drawing = page.evaluate((epoch) => engine.drawUntilEpoch(epoch), crash);
    crashGpu();
    expect(await drawing).toBeLessThanOrEqual(1);
    // A crash while the device is being made again would cost none, and so not count.
    await expect.poll(status).toMatchObject({ state: "ready" });
  }
  const { tier, notice } = await status();
  expect(tier).toMatch(/^(wasm|cpu)$/);
  expect(notice).toMatch(/graphics processor failed several times/);
});
