// `npm run size`: what chapter 1 costs over the wire, against its budgets. Compressed with brotli
// as a good host would; fonts and pictures are compressed already and go as they are.
//
// The figures come from a real load of the built page. The page has "text" once its HTML, its
// stylesheets and its entry script are there; the bench is "live" when the engine has drawn. The
// worker is told that a graphics processor draws, so that the load is that of the WebGL tier even
// on a machine that has none.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright";
import { findChromium, softwareFlags } from "./chromium.mjs";
import { root } from "./run.mjs";
import { serveFolder } from "./static-server.mjs";

const page = "channels-and-kernels/";
const budgets = {
  "text: HTML, CSS, entry script": 50_000,
  fonts: 70_000,
  "bench live on WebGL, everything": 300_000,
};

const dist = resolve(root, "dist");
if (!existsSync(join(dist, "index.html"))) {
  console.error("No dist: run `npm run build` first.");
  process.exit(1);
}

const packed = new Set([".woff2", ".webp", ".png", ".jpg"]);

/** Bytes of a file of dist on the wire. */
async function wireSize(file) {
  const body = await readFile(join(dist, file));
  return packed.has(extname(file)) ? body.length : brotliCompressSync(body).length;
}

/** What the HTML itself asks for before a figure wakes: stylesheets, scripts and their imports. */
async function textFiles() {
  const html = await readFile(join(dist, page, "index.html"), "utf8");
  const links = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)];
  const files = new Set([`${page}index.html`]);
  const add = async (file) => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith(".js")) return;
    const code = await readFile(join(dist, file), "utf8");
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g))
      await add(join(file, "..", name));
  };
  for (const [, link] of links) await add(join(page, link));
  return files;
}

const asHardware = `for (const C of [globalThis.WebGL2RenderingContext, globalThis.WebGLRenderingContext]) {
  const read = C.prototype.getParameter;
  C.prototype.getParameter = function (name) {
    return name === 0x1f01 || name === 0x9246 ? "A graphics processor" : read.call(this, name);
  };
}
`;

/** Every file of dist that a real visit fetches until the bench has drawn. */
async function filesUntilLive() {
  const executablePath = await findChromium();
  const site = await serveFolder(dist);
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: softwareFlags,
  });
  try {
    const tab = await browser.newPage();
    const files = new Set();
    await tab.context().route("**/*", async (route) => {
      const request = route.request();
      const path = new URL(request.url()).pathname.slice(1);
      files.add(path === "" || path.endsWith("/") ? `${path}index.html` : path);
      const isWorker = /worker/.test(path) && path.endsWith(".js");
      if (!isWorker) return route.continue();
      const response = await route.fetch();
      return route.fulfill({ response, body: asHardware + (await response.text()) });
    });
    await tab.goto(site.url + page);
    const bench = tab.locator('[data-widget="filter-bench"]').first();
    await bench.scrollIntoViewIfNeeded();
    await tab.waitForFunction(
      () => document.querySelector('[data-widget="filter-bench"]').hasAttribute("data-hydrated"),
      undefined,
      { timeout: 60_000 },
    );
    await bench.getByText(/WebGL/).first().waitFor({ timeout: 60_000 });
    await tab.waitForLoadState("networkidle");
    return files;
  } finally {
    await browser.close();
    await site.close();
  }
}

const text = await textFiles();
const live = await filesUntilLive();
const rows = await Promise.all(
  [...new Set([...text, ...live])].map(async (file) => ({ file, bytes: await wireSize(file) })),
);
const total = (belongs) =>
  rows.filter(({ file }) => belongs(file)).reduce((sum, { bytes }) => sum + bytes, 0);
const sizes = [
  total((file) => text.has(file)),
  total((file) => file.endsWith(".woff2")),
  total(() => true),
];

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const { file, bytes } of rows.toSorted((a, b) => b.bytes - a.bytes))
  console.log(`${kB(bytes).padStart(10)}  ${text.has(file) ? "text" : "    "}  ${file}`);
console.log();
const over = Object.entries(budgets).filter(([, budget], at) => sizes[at] > budget);
Object.entries(budgets).forEach(([name, budget], at) => {
  const verdict = sizes[at] > budget ? "OVER" : "ok";
  console.log(`${verdict.padEnd(5)}${name}: ${kB(sizes[at])} of ${kB(budget)}`);
});
process.exit(over.length > 0 ? 1 : 0);
