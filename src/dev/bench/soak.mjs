// The lab's figures used for a while, one control a second: does anything grow?
import { fileURLToPath } from "node:url";
import { printVerdicts, withBuiltBook } from "./built-book.mjs";
import { controlsOf, work } from "./walk.mjs";

/** Widgets whose first case is used; the last trains all the while. */
const used = ["filter-bench", "signal-race", "shrink-machine", "object-duel", "field-tracer"];
const training = "digit-trainer";

/** A small generator of its own (mulberry32), so that every soak presses the same controls. */
function lots(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const caseOf = (page, name) =>
  page.locator(`[data-widget="${name}"], [id^="case-${name}-"]`).first();

/** What the page holds once every figure is as it was at first, and rubbish is gone. */
async function census(page, cdp, figures) {
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    const reset = figure.getByRole("button", { name: "Reset this figure" });
    if (await reset.count()) await reset.first().click();
    await page.waitForTimeout(700);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(1500);
  for (let round = 0; round < 3; round++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const metric = (name) => metrics.find((each) => each.name === name).value;
  const engine = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".lab-status > div")].map((row) => [
        row.querySelector("dt").textContent,
        row.querySelector("dd").textContent,
      ]),
    ),
  );
  return {
    heap: metric("JSHeapUsedSize"),
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
    tensors: Number(engine.Tensors),
    bytes: Number(engine.Bytes.replaceAll(",", "")),
    epoch: Number(engine.Epoch),
  };
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url of the built book, with a slash at its end
 * @param {{ warmUp: number, seconds: number, tier?: string }} options uses before the first census,
 *   and from it to the last; tier: as the lab's panel calls it
 * @returns {Promise<{ before: object, after: object, uses: number, errors: string[] }>} what was held
 */
export async function soak(browser, url, { warmUp, seconds, tier = "WebGL 32" }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  await cdp.send("HeapProfiler.enable");
  await page.goto(`${url}lab/`);
  await page.getByRole("radio", { name: tier }).check();
  const figures = [];
  for (const name of [...used, training]) {
    const figure = caseOf(page, name);
    await figure.scrollIntoViewIfNeeded();
    await page.waitForTimeout(3000);
    figures.push(figure);
  }
  const lot = lots(1);
  let uses = 0;
  async function goOn(count) {
    for (let second = 0; second < count; second++) {
      const figure = figures[lot(figures.length)];
      await figure.scrollIntoViewIfNeeded();
      const controls = await controlsOf(figure);
      const { at, kind } = controls[lot(controls.length)];
      await work(page, figure.locator(`[data-walk="${at}"]`), kind).catch(() => {});
      uses++;
      await page.waitForTimeout(1000);
    }
  }
  await goOn(warmUp);
  const before = await census(page, cdp, figures);
  await goOn(seconds);
  const after = await census(page, cdp, figures);
  await page.close();
  return { before, after, uses, errors };
}

/** What the book promises of a soak: `[name, value, holds, promise]` each. */
export function verdicts({ before, after, errors }) {
  const grown = (name) => after[name] - before[name];
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  return [
    [
      "page heap",
      `${megabytes(before.heap)} → ${megabytes(after.heap)}`,
      grown("heap") <= Math.max(3e6, before.heap * 0.05),
      "at most 5 % or 3 MB more",
    ],
    ["tensors", `${before.tensors} → ${after.tensors}`, grown("tensors") === 0, "as many"],
    [
      "engine memory",
      `${megabytes(before.bytes)} → ${megabytes(after.bytes)}`,
      grown("bytes") <= 1e6,
      "at most 1 MB more",
    ],
    ["DOM nodes", `${before.nodes} → ${after.nodes}`, grown("nodes") <= 50, "at most 50 more"],
    ["listeners", `${before.listeners} → ${after.listeners}`, grown("listeners") <= 0, "no more"],
    ["errors", `${errors.length}`, errors.length === 0, "none"],
  ];
}

/** `npm run soak [MINUTES] [DIST]`: ten uses to warm up per minute of soak, then the census. */
async function main(minutes = "3", folder = "dist") {
  const seconds = Number(minutes) * 60;
  const result = await withBuiltBook(folder, (browser, url) =>
    soak(browser, url, { warmUp: Math.ceil(seconds / 6), seconds }),
  );
  console.log(`${result.uses} uses`);
  for (const error of new Set(result.errors)) console.log(`error: ${error}`);
  printVerdicts("soak", verdicts(result));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(...process.argv.slice(2));
