// A thousand input events in two seconds on a control of chapter 1's bench.
import { fileURLToPath } from "node:url";
import { printVerdicts, withBuiltBook } from "./built-book.mjs";
import { mainTasks } from "./main-tasks.mjs";

const events = 1000;
const milliseconds = 2000;

/** What is stormed: a weight, which has the layer computed anew, and the scan's place, which has not. */
const controls = {
  weight: {
    find: (figure) => figure.getByRole("spinbutton", { name: /^row 0, column 0/ }).first(),
    // The first edit of a page compiles what the later ones use.
    warmUp: "0.5",
    value: (event) => String(event / 1000),
  },
  slider: {
    find: (figure) => figure.getByRole("slider", { name: "Position" }).first(),
    warmUp: "7",
    value: (event) => String(event * 30),
  },
};

/** Runs in the page before its scripts: notes jobs that start, and when pictures are drawn. */
function watchPage() {
  globalThis.storm = { jobs: 0, lastDraw: 0 };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.kind === "run") globalThis.storm.jobs++;
    return post.call(this, message, ...rest);
  };
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...parameters) {
    globalThis.storm.lastDraw = performance.now();
    return draw.apply(this, parameters);
  };
}

/** Puts a value after the other into a field, one event a task, as far as the page keeps up. */
function putThrough(input, [values, duration]) {
  const count = values.length;
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    const start = performance.now();
    let asked = 0;
    let sent = 0;
    port1.onmessage = () => {
      write.call(input, values[sent++]);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      if (sent === count) done({ start, end: performance.now() });
    };
    const timer = setInterval(() => {
      const due = Math.min(count, ((performance.now() - start) / duration) * count);
      while (asked < due) {
        asked++;
        port2.postMessage(null);
      }
      if (asked === count) clearInterval(timer);
    }, 4);
  });
}

/** The pictures of a figure as text, to compare. */
const picturesOf = (figure) =>
  [...figure.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL()).join("\n");

/** Opens chapter 1 at its bench and waits until its pictures are there. */
export async function openBench(browser, address) {
  const page = await browser.newPage();
  await page.addInitScript(watchPage);
  await page.goto(address);
  const figure = page.locator('[data-widget="filter-bench"]').first();
  await figure.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("[data-hydrated]"));
  await quiet(page);
  return { page, figure };
}

/** Waits until a picture has been drawn and none has for half a second. */
async function quiet(page) {
  await page.waitForFunction(
    () => globalThis.storm.lastDraw > 0 && performance.now() - globalThis.storm.lastDraw > 500,
  );
}

/** Longest task of the page's main thread in a trace, in milliseconds. */
function longestTask(trace) {
  return Math.max(0, ...mainTasks(JSON.parse(trace).traceEvents).map(({ dur }) => dur / 1000));
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url root of the built book, with a slash at its end
 * @param {keyof typeof controls} [control]
 * @returns {Promise<{ jobs: number, stormMs: number, settledMs: number, finalIsLast: boolean,
 *   longestTaskMs: number }>} jobs started between the first event and the last picture; time from
 *   the first event to the last, and from that to the last picture; whether that is the picture of
 *   the last value, as a fresh page draws it from the link
 */
export async function storm(browser, url, control = "weight") {
  const { find, warmUp, value } = controls[control];
  const { page, figure } = await openBench(browser, `${url}channels-and-kernels/`);
  const input = find(figure);
  await input.focus();
  await input.fill(warmUp);
  await page.waitForTimeout(1000);
  const before = await page.evaluate(() => globalThis.storm.jobs);
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  const values = Array.from({ length: events }, (_, at) => value(at + 1));
  const { start, end } = await input.evaluate(putThrough, [values, milliseconds]);
  await page.waitForTimeout(600);
  await quiet(page);
  const trace = await browser.stopTracing();
  const { jobs, lastDraw } = await page.evaluate(() => globalThis.storm);
  await input.press(control === "weight" ? "Enter" : "Shift");
  // The address follows at its own pace.
  await page.waitForTimeout(600);
  const drawn = await figure.evaluate(picturesOf);
  const link = page.url();
  await page.close();

  const fresh = await openBench(browser, link);
  const last = await find(fresh.figure).inputValue();
  const same = (await fresh.figure.evaluate(picturesOf)) === drawn;
  await fresh.page.close();
  return {
    jobs: jobs - before,
    stormMs: end - start,
    settledMs: Math.max(0, lastDraw - end),
    finalIsLast: same && Number(last) === Number(values.at(-1)),
    longestTaskMs: longestTask(trace.toString()),
  };
}

/** What the book promises of a storm: `[name, value, holds, promise]` each. */
export function verdicts({ jobs, stormMs, settledMs, finalIsLast, longestTaskMs }) {
  const ms = (time) => `${time.toFixed(0)} ms`;
  return [
    ["1,000 events of 2 s", ms(stormMs), stormMs <= milliseconds * 1.1, "within 2.2 s"],
    ["jobs started", `${jobs}`, jobs <= 120, "at most 120 of 1,000"],
    [
      "last picture after the last event",
      `${ms(settledMs)}, ${finalIsLast ? "the last value's" : "another value's"}`,
      settledMs <= 500 && finalIsLast,
      "at most 500 ms, and it is the last value's",
    ],
    ["longest page-thread task", ms(longestTaskMs), longestTaskMs <= 50, "at most 50 ms"],
  ];
}

/** `node src/dev/bench/storm.mjs [DIST]`: the storm alone, on a built book. */
const main = (folder) =>
  withBuiltBook(folder, async (browser, url) => {
    for (const control of Object.keys(controls))
      printVerdicts(`${control} storm`, verdicts(await storm(browser, url, control)));
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2] ?? "dist");
