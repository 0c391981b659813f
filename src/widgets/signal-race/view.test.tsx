import axe from "axe-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import "../../ui/tokens.css";
import { createEngineSource } from "../../widget-kit/engine-source";
import { WidgetHost } from "../../widget-kit/widget-host";
import definition from "./index";
import type { State } from "./state";
import { View } from "./view";

const engine = createEngineSource({ tier: "cpu" });
let figures = 0;

function race(change: Partial<State> = {}, pinned: readonly (keyof State)[] = []) {
  return render(
    <WidgetHost
      definition={definition}
      View={View}
      id={`race-${++figures}`}
      initial={{ ...definition.schema.defaults, seeds: 10, ...change }}
      pinned={pinned}
      stills={{}}
      firstResult={null}
      engine={engine}
    />,
  );
}

beforeAll(() => engine.compute());
afterAll(async () => (await engine.compute()).dispose());
afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("an experiment is chosen by key, runs, and its verdict follows from the numbers", async () => {
  await race();
  await expect.element(page.getByText(/^The signal held/)).toBeVisible();
  page.getByRole("radio", { name: "2", exact: true }).element().focus();
  await userEvent.keyboard("{ArrowLeft}");
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

test("what is predicted stands beside what Experiment 1 does", async () => {
  await race({ fan: "plain" });
  await expect.element(page.getByText(/^The signal exploded/)).toBeVisible();
  await page.getByRole("button", { name: "Predict, then look" }).click();
  await expect.element(page.getByText(/^It happened at layer 2[89]/)).toBeVisible();
});

test("what the author pinned cannot be changed", async () => {
  await race({}, ["width"]);
  await expect.element(page.getByRole("spinbutton", { name: "Width n" })).toBeDisabled();
});

test("axe finds nothing, and 320 px hold it without sideways scroll", async () => {
  const { container } = await race({ backward: true, activation: "typed" });
  await expect.element(page.getByText(/^The signal/)).toBeVisible();
  for (const theme of ["light", "dark"]) {
    document.documentElement.dataset.theme = theme;
    await Promise.all(document.getAnimations().map((fade) => fade.finished));
    const { violations } = await axe.run(container, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
    ).toEqual([]);
  }
  delete document.documentElement.dataset.theme;
  await page.viewport(320, 800);
  try {
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  } finally {
    await page.viewport(1280, 800);
  }
});
