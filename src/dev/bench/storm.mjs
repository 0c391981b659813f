// A thousand input events in two seconds on a kernel cell of chapter 1's bench.

const events = 1000;
const milliseconds = 2000;

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

/** Types a number after the other into a field, one event a task, as far as the page keeps up. */
function typeThrough(input, [count, duration]) {
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    const start = performance.now();
    let asked = 0;
    let sent = 0;
    port1.onmessage = () => {
      sent++;
      write.call(input, String(sent / 1000));
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

async function openBench(browser, address) {
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
export function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace);
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid, dur }) =>
      name.endsWith("RunTask") && dur !== undefined && main.has(`${pid}/${tid}`),
  );
  return tasks.reduce((longest, { dur }) => Math.max(longest, dur / 1000), 0);
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url root of the built book, with a slash at its end
 * @returns {Promise<{ jobs: number, stormMs: number, settledMs: number, finalIsLast: boolean,
 *   longestTaskMs: number }>} jobs started between the first event and the last picture; time from
 *   the last event to the last picture; whether that is the picture of the last value, as a fresh
 *   page draws it from the link
 */
export async function storm(browser, url) {
  const { page, figure } = await openBench(browser, `${url}channels-and-kernels/`);
  const cell = figure.getByRole("spinbutton", { name: /^row 0, column 0/ }).first();
  await cell.focus();
  // The first edit of a page compiles what the later ones use.
  await cell.fill("0.5");
  await quiet(page);
  const before = await page.evaluate(() => globalThis.storm.jobs);
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  const { start, end } = await cell.evaluate(typeThrough, [events, milliseconds]);
  await quiet(page);
  const trace = await browser.stopTracing();
  const { jobs, lastDraw } = await page.evaluate(() => globalThis.storm);
  await cell.press("Enter");
  await quiet(page);
  const drawn = await figure.evaluate(picturesOf);
  const link = page.url();
  await page.close();

  const fresh = await openBench(browser, link);
  const value = await fresh.figure.getByRole("spinbutton", { name: /^row 0, column 0/ }).first();
  const typed = Number(await value.inputValue());
  const same = (await fresh.figure.evaluate(picturesOf)) === drawn;
  await fresh.page.close();
  return {
    jobs: jobs - before,
    stormMs: end - start,
    settledMs: Math.max(0, lastDraw - end),
    finalIsLast: same && typed === events / 1000,
    longestTaskMs: longestTask(trace.toString()),
  };
}
