// The signal race on its built page: from letting go of a slider to the first curve of the new setting.
import { fileURLToPath } from "node:url";
import { printVerdicts, withBuiltBook } from "./built-book.mjs";

const releases = 7;
const promise = 100;

/** Runs in the page before its scripts: notes the moments at which the median curve is drawn anew. */
function watchCurve() {
  globalThis.curve = { drawn: [], released: 0 };
  globalThis.watchCurveOf = (figure) => {
    const line = () => figure.querySelector(".viz-chart path.viz-chart-line")?.getAttribute("d");
    let last = line();
    new MutationObserver(() => {
      const next = line();
      if (next === last) return;
      last = next;
      // Between two settings nothing is drawn of either.
      if (next) requestAnimationFrame(() => globalThis.curve.drawn.push(performance.now()));
    }).observe(figure, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["d"],
    });
  };
}

/** Sets the slider as a drag does, in steps, lets go, and resolves with what was drawn by then. */
function dragTo(input, [values, patience]) {
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  return new Promise((done) => {
    let at = 0;
    const timer = setInterval(() => {
      write.call(input, values[at++]);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      if (at < values.length) return;
      clearInterval(timer);
      input.dispatchEvent(new Event("change", { bubbles: true }));
      const released = performance.now();
      globalThis.curve.drawn = [];
      const look = () => {
        const [first] = globalThis.curve.drawn;
        const now = performance.now();
        if (first !== undefined) done(first - released);
        else if (now - released > patience) done(Infinity);
        else requestAnimationFrame(look);
      };
      look();
    }, 30);
  });
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url root of the built book, with a slash at its end
 * @returns {Promise<{ samples: number[] }>} milliseconds from each release of the gain's slider to the
 *   frame after the median curve has changed
 */
export async function firstCurve(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(watchCurve);
  await page.goto(`${url}initialisation/`);
  const figure = page.locator('[data-widget="signal-race"]').first();
  await figure.scrollIntoViewIfNeeded();
  await page.waitForSelector('[data-widget="signal-race"][data-hydrated]');
  await page.waitForTimeout(2000);
  await figure.evaluate((element) => globalThis.watchCurveOf(element));
  const gain = figure.locator("input[type=range]").filter({ visible: true });
  const slider = gain.and(figure.getByRole("slider", { name: /^(Gain g|Deviation)/ })).first();
  const samples = [];
  for (let release = 0; release <= releases; release++) {
    const from = 0.9 + 0.05 * release;
    const values = Array.from({ length: 8 }, (_, step) => (from + step / 100).toFixed(2));
    const time = await slider.evaluate(dragTo, [values, 5000]);
    // The first one loads the engine.
    if (release > 0) samples.push(time);
    await page.waitForTimeout(2500);
  }
  await page.close();
  return { samples };
}

/** What the book promises: `[name, value, holds, promise]` each. */
export function verdicts({ samples }) {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const ms = (time) => `${time.toFixed(0)} ms`;
  const range = `${ms(middle)} (${ms(sorted[0])} to ${ms(sorted.at(-1))})`;
  return [
    ["first curve after the slider is let go", range, middle <= promise, `at most ${promise} ms`],
  ];
}

/** `node src/dev/bench/first-curve.mjs [DIST]`: alone, on a built book. */
const main = (folder) =>
  withBuiltBook(folder, async (browser, url) =>
    printVerdicts("signal race", verdicts(await firstCurve(browser, url))),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2] ?? "dist");
