import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createEngineSource } from "../../widget-kit/engine-source";
import { expectAccessible, expectNarrow, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import type { State } from "./schema";
import { View } from "./view";

const engine = createEngineSource({ tier: "cpu" });
function trials(change: Partial<State> = {}, pinned: readonly (keyof State)[] = []) {
  return mountFigure(definition, View, {
    engine,
    state: { trials: 1500, width: 64, ...change },
    pinned,
  });
}

beforeAll(() => engine.compute());
afterAll(async () => (await engine.compute()).dispose());
afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("the first trials are there untouched, and the run goes on from a key", async () => {
  await trials();
  await expect.element(page.getByText("500 of 1,500 trials", { exact: true })).toBeVisible();
  const run = page.getByRole("button", { name: "Run 1,500 trials" });
  run.element().focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("1,500 of 1,500 trials", { exact: true })).toBeVisible();
  await expect
    .element(page.getByText(/^Trials of .* After 1,500 trials the mean is/))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: "Run 1,500 trials" })).toBeVisible();
});

test("another seed puts the run aside", async () => {
  await trials();
  await page.getByRole("button", { name: "Run 1,500 trials" }).click();
  await expect.element(page.getByText("1,500 of 1,500 trials", { exact: true })).toBeVisible();
  page.getByRole("spinbutton", { name: "Seed" }).element().focus();
  await userEvent.keyboard("{ArrowUp}");
  await expect.element(page.getByText("500 of 1,500 trials", { exact: true })).toBeVisible();
});

test("a run that another experiment has ended is over, also on the way back", async () => {
  await trials({ trials: 20_000, width: 256 });
  await page.getByRole("button", { name: "Run 20,000 trials" }).click();
  await expect.element(page.getByRole("button", { name: "Stop" })).toBeVisible();
  page.getByRole("spinbutton", { name: "Seed" }).element().focus();
  await userEvent.keyboard("{ArrowUp}{ArrowDown}");
  await expect.element(page.getByRole("button", { name: "Run 20,000 trials" })).toBeVisible();
});

test("averages and bins are read by key", async () => {
  await trials();
  await expect.element(page.getByText("500 of 1,500 trials", { exact: true })).toBeVisible();
  const mean = page.getByRole("slider", { name: /^Running mean/ });
  mean.element().focus();
  await userEvent.keyboard("{End}");
  await expect
    .element(mean)
    .toHaveAttribute("aria-valuetext", expect.stringMatching(/^after 500 trials: mean .* theory/));
  const bins = page.getByRole("slider", { name: /^Histogram of 500/ });
  bins.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect
    .element(bins)
    .toHaveAttribute("aria-valuetext", expect.stringMatching(/trials, theory/));
});

test("the deviation is guessed before it is shown", async () => {
  await trials();
  await expect.element(page.getByText("500 of 1,500 trials", { exact: true })).toBeVisible();
  await expect.element(page.getByText("√(rms² − mean²)")).not.toBeInTheDocument();
  await page.getByRole("radio", { name: "less than the rms" }).click();
  await page.getByRole("button", { name: "Predict, then look" }).click();
  await expect.element(page.getByText("√(rms² − mean²)")).toBeVisible();
});

test("any trial opens by key to its sums", async () => {
  await trials();
  page.getByRole("spinbutton", { name: "Trial", exact: true }).element().focus();
  await userEvent.keyboard("{ArrowUp}{ArrowUp}");
  await expect
    .element(page.getByRole("slider", { name: /The 64 products of trial 3/ }))
    .toBeVisible();
  await expect.element(page.getByText(/… 59 more/).first()).toBeVisible();
});

test("what the author pinned cannot be changed", async () => {
  await trials({}, ["width"]);
  await expect.element(page.getByRole("spinbutton", { name: "Width n" })).toBeDisabled();
});

test("axe finds nothing, and 320 px hold it without sideways scroll", async () => {
  const { container } = await trials();
  await expect.element(page.getByText("500 of 1,500 trials", { exact: true })).toBeVisible();
  await expectAccessible(container);
  await expectNarrow();
});
