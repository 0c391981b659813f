// The digit trainer on its built page: from pressing Run to 90 % of new digits read right.

const target = 90;
const patience = 60_000;

/** Runs in the page before its scripts: notes tasks that hold up the page thread. */
function watchTasks() {
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      globalThis.tasks.push({ startTime, duration });
  }).observe({ type: "longtask" });
}

/** Resolves with the moment at which the tile first says so, or `null` when patience ends. */
function waitForShare([name, share, milliseconds]) {
  const began = performance.now();
  return new Promise((done) => {
    const look = () => {
      const tile = [...document.querySelectorAll("dt")].find(
        ({ textContent }) => textContent === name,
      );
      const value = Number.parseFloat(tile?.nextElementSibling?.textContent ?? "");
      const now = performance.now();
      if (value >= share) done(now);
      else if (now - began > milliseconds) done(null);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/**
 * Milliseconds from the press to the first judgement of at least 90 %, data and first weights drawn
 * on the way; and the longest task of the page thread in that time.
 *
 * @param {import("playwright").Browser} browser
 * @param {string} url of the built site
 */
export async function learn(browser, url) {
  const page = await browser.newPage();
  await page.addInitScript(watchTasks);
  await page.goto(`${url}training/`);
  const figure = page.locator('[data-widget="digit-trainer"]');
  await figure.scrollIntoViewIfNeeded();
  await page.waitForSelector('[data-widget="digit-trainer"][data-hydrated]');
  await page.waitForTimeout(1000);
  // What turns out waits for a prediction, or for its being skipped.
  await figure.getByRole("button", { name: "Skip" }).click();
  const run = figure.getByRole("button", { name: /^Run \d+ epochs$/ });
  const pressed = await page.evaluate(() => performance.now());
  await run.click();
  const reached = await page.evaluate(waitForShare, ["New pictures read right", target, patience]);
  const tasks = await page.evaluate(() => globalThis.tasks);
  await page.close();
  return {
    milliseconds: reached === null ? Infinity : reached - pressed,
    longestTaskMs: Math.max(
      0,
      ...tasks.filter(({ startTime }) => startTime >= pressed).map(({ duration }) => duration),
    ),
  };
}
