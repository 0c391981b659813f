import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createEngineSource } from "../../widget-kit/engine-source";
import { expectAccessible, expectNarrow, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import type { State } from "./state";
import { View } from "./view";

const engine = createEngineSource({ tier: "cpu" });

const race = (state: Partial<State> = {}, pinned: readonly (keyof State)[] = []) =>
  mountFigure(definition, View, { engine, state: { seeds: 10, ...state }, pinned });

beforeAll(() => engine.compute());
afterAll(async () => (await engine.compute()).dispose());
afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("an experiment is chosen by key, runs, and its verdict follows from the numbers", async () => {
  await race();
  await expect.element(page.getByText(/^The signal held/)).toBeVisible();
  page.getByRole("radio", { name: "2", exact: true }).element().focus();
  await userEvent.keyboard("{ArrowLeft}");
  await page.getByRole("button", { name: "Skip" }).click();
  await expect
    .element(page.getByText(/^The signal exploded: .* came at layers? 2[89]/))
    .toBeVisible();
});

test("the chart is walked by key, and the layer's numbers follow", async () => {
  await race({ layer: 50 });
  await expect.element(page.getByText(/^The signal held/)).toBeVisible();
  const chart = page.getByRole("slider", { name: "Scale of the signal, layer by layer" });
  chart.element().focus();
  await userEvent.keyboard("{ArrowRight}{PageUp}");
  await expect.element(chart).toHaveAttribute("aria-valuenow", "61");
  expect(chart.element().getAttribute("aria-valuetext")).toMatch(/^layer 61: .*; theory 1$/);
});

test("a typed activation runs, and a slip is pointed at while the last good one stays", async () => {
  await race({ activation: "typed", formula: "x", depth: 20, layer: 20 });
  await expect.element(page.getByText(/^The signal held/)).toBeVisible();
  const field = page.getByRole("textbox", { name: "f(x) =" });
  await field.fill("tanh(x");
  await expect.element(field).toHaveAttribute("aria-invalid", "true");
  await expect.element(page.getByText(/^The signal held/)).toBeVisible();
  await field.fill("x/4");
  await expect.element(page.getByText(/^The signal shrank/)).toBeVisible();
});

test("a chosen experiment is asked about before it is seen, and so is the next", async () => {
  await race();
  const verdict = page.getByText(/^The signal (held|exploded|shrank)/);
  await expect.element(verdict).toBeVisible();
  await page.getByRole("radio", { name: "1", exact: true }).click();
  await expect.element(page.getByText(/^Experiment 1, in float32: what becomes/)).toBeVisible();
  await expect.element(verdict).not.toBeVisible();
  await page.getByRole("radio", { name: "overflows" }).click();
  await page.getByRole("spinbutton", { name: "Layer", exact: true }).fill("40");
  await page.getByRole("button", { name: "Predict, then look" }).click();
  await expect.element(page.getByText("overflows, layer 40")).toBeVisible();
  await expect.element(page.getByText(/^overflows, layers? 2[89]/)).toBeVisible();
  await expect.element(verdict).toBeVisible();
  await page.getByRole("button", { name: "Predict the same in 16 bits" }).click();
  await expect.element(page.getByText(/^Experiment 1, in float16: what becomes/)).toBeVisible();
  await expect.element(verdict).not.toBeVisible();
});

test("settings of one's own stay in sight until the reader wants to predict them", async () => {
  await race({ gain: 1.5, depth: 20, layer: 20 });
  const verdict = page.getByText(/^The signal grew/);
  await expect.element(page.getByText(/^These settings, in float32: what becomes/)).toBeVisible();
  await expect.element(verdict).toBeVisible();
  await page.getByRole("button", { name: "Hide the curves and predict" }).click();
  await expect.element(verdict).not.toBeVisible();
  await page.getByRole("button", { name: "Skip" }).click();
  await expect.element(page.getByText(/^grows: from 0.99\d* to /)).toBeVisible();
});

test("what the author pinned cannot be changed", async () => {
  await race({}, ["width"]);
  await expect.element(page.getByRole("spinbutton", { name: "Width n" })).toBeDisabled();
});

test("axe finds nothing, and 320 px hold it without sideways scroll", async () => {
  const { container } = await race({ backward: true, activation: "typed" });
  await expect.element(page.getByText(/^The signal/)).toBeVisible();
  await expectAccessible(container);
  await page.getByRole("button", { name: "Hide the curves and predict" }).click();
  await expectAccessible(container);
  await expectNarrow();
});
