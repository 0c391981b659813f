// Every control of every figure on the built pages, used once; the longest page-thread task of each.
import { fileURLToPath } from "node:url";
import { withBuiltBook } from "./built-book.mjs";
import { mainTasks } from "./main-tasks.mjs";

const pages = ["channels-and-kernels", "why-3x3", "size-reduction", "initialisation", "training"];
const settle = 900;

/** Longest tasks of the main thread between marks `walk:NAME`, by wall clock and by processor time. */
function tasksByMark(trace) {
  const { traceEvents } = JSON.parse(trace);
  const marks = traceEvents
    .filter(({ name, cat }) => cat?.includes("user_timing") && name.startsWith("walk:"))
    .map(({ name, ts }) => ({ name: name.slice(5), ts, wall: 0, processor: 0 }))
    .toSorted((a, b) => a.ts - b.ts);
  for (const { ts, dur, tdur } of mainTasks(traceEvents)) {
    // The task that wrote the mark belongs to it.
    const mark = marks.findLast((each) => each.ts <= ts + dur);
    if (!mark) continue;
    if (dur / 1000 > mark.wall)
      Object.assign(mark, { wall: dur / 1000, processor: (tdur ?? dur) / 1000 });
  }
  return marks;
}

const mark = (page, name) => page.evaluate((text) => performance.mark(`walk:${text}`), name);

/** One natural use of a control, by the keyboard where it has one. */
export async function work(page, control, kind) {
  if (kind === "range" || kind === "slider") {
    await control.focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
  } else if (kind === "spinbutton" || kind === "number") {
    await control.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
  } else if (kind === "select") {
    const options = await control.locator("option:not([disabled])").count();
    await control.selectOption({ index: options - 1 });
  } else if (kind === "text") {
    await control.press("End");
    await control.press("Space");
  } else await control.click({ timeout: 3000 });
}

/** Visible controls of a figure, named; what leaves the figure or opens a dialog is left out. */
export const controlsOf = (figure) =>
  figure.evaluate((root) => {
    const every = root.querySelectorAll(
      "button, input, select, textarea, summary, [role=slider], [role=spinbutton]",
    );
    return [...every].flatMap((element, at) => {
      element.dataset.walk = String(at);
      const box = element.getBoundingClientRect();
      const name = (
        element.getAttribute("aria-label") ??
        element.labels?.[0]?.textContent ??
        element.textContent ??
        ""
      ).trim();
      const type = element.getAttribute("role") ?? element.type ?? element.localName;
      const kind = element.localName === "select" ? "select" : type;
      const out = element.disabled || box.width === 0 || kind === "file";
      const leaves = /camera|full screen|download|save|copy|link/i.test(name);
      return out || leaves ? [] : [{ at, kind, name: name.slice(0, 60) || kind }];
    });
  });

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url of the built site, with a slash at its end
 * @param {(name: string) => boolean} [wanted] which widgets
 * @returns {Promise<{ figure: string, control: string, wall: number, processor: number }[]>}
 *   milliseconds of the longest task from the use of a control to the use of the next
 */
export async function walk(browser, url, wanted = () => true) {
  const tasks = [];
  for (const slug of pages) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const loaded = page.waitForLoadState("load");
    await page.goto(`${url}${slug}/`);
    await loaded;
    const figures = page.locator("[data-widget]");
    for (let which = 0; which < (await figures.count()); which++) {
      const figure = figures.nth(which);
      const widget = await figure.getAttribute("data-widget");
      if (!wanted(widget)) continue;
      const name = `${widget}#${await figure.getAttribute("data-id")}`;
      await browser.startTracing(page, {
        categories: ["toplevel", "devtools.timeline", "blink.user_timing"],
      });
      await mark(page, "arrives");
      await figure.scrollIntoViewIfNeeded();
      await page.waitForTimeout(4000);
      const used = new Set();
      const follow = async (list) => {
        for (const { at, kind, name: label } of list) {
          if (used.has(`${kind} ${label}`)) continue;
          used.add(`${kind} ${label}`);
          const control = figure.locator(`[data-walk="${at}"]`);
          if (!(await control.count()) || !(await control.isVisible())) continue;
          await mark(page, label);
          await work(page, control, kind).catch(() => {});
          await page.waitForTimeout(settle);
        }
      };
      await follow(await controlsOf(figure));
      // Once more for what the first round brought forth.
      await follow(await controlsOf(figure));
      const trace = await browser.stopTracing();
      for (const { name: control, wall, processor } of tasksByMark(trace.toString()))
        tasks.push({ figure: name, control, wall, processor });
    }
    await page.close();
  }
  return tasks;
}

/** `node src/dev/bench/walk.mjs [WIDGET,…] [DIST]`: the walk alone, on a built book. */
async function main(only, folder = "dist") {
  const names = only?.split(",");
  const tasks = await withBuiltBook(folder, (browser, url) =>
    walk(browser, url, (name) => !names || names.includes(name)),
  );
  for (const { figure, control, wall, processor } of tasks.toSorted((a, b) => b.wall - a.wall))
    if (wall > 25)
      console.log(
        `${wall.toFixed(0).padStart(5)} ms, ${processor.toFixed(0).padStart(4)} of processor: ${figure}: ${control}`,
      );
  console.log(`${tasks.length} steps`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(...process.argv.slice(2));
