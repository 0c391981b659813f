import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createEngineSource } from "../../widget-kit/engine-source";
import { WidgetHost } from "../../widget-kit/widget-host";
import "../../ui/tokens.css";
import definition from "./index";
import { schema } from "./schema";
import type { DigitTrainerState } from "./state";
import { View } from "./view";

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, "", location.pathname);
});

const quick: Partial<DigitTrainerState> = { data: "shapes", examples: 64, epochs: 2, rate: 0.005 };
const engine = createEngineSource({ tier: "wasm" });

const trainer = (change: Partial<DigitTrainerState> = {}, pinned: readonly string[] = []) => (
  <WidgetHost
    definition={definition}
    View={View}
    id="trainer"
    initial={{ ...schema.defaults, ...change }}
    pinned={pinned}
    stills={{}}
    firstResult={null}
    engine={engine}
  />
);
const button = (name: string | RegExp) => page.getByRole("button", { name });

test("by keyboard alone a run goes to its end, and back to an earlier step", async () => {
  const screen = await render(trainer(quick));
  (button("Run 2 epochs").element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("Iteration 4: 2 epochs complete.")).toBeVisible();
  const slider = page.getByRole("slider", { name: "Go back to step" });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(page.getByText(/Iteration 3: batch 1 of 2/)).toBeVisible();
  await button("One step").click();
  await expect.element(page.getByText("Iteration 4: 2 epochs complete.")).toBeVisible();
  await screen.unmount();
});

test("what comes of a run waits for the prediction, and then opens to its sum by keys", async () => {
  const screen = await render(trainer(quick));
  await button("One step").click();
  await expect.element(page.getByText(/^Iteration 1:/)).toBeVisible();
  const chart = page.getByRole("slider", { name: "Loss, on a logarithmic scale" });
  expect(chart.query()).toBeNull();
  await button("Skip").click();
  await expect
    .element(chart)
    .toHaveAttribute("aria-valuetext", expect.stringMatching(/^Step 1, epoch/));
  (document.querySelector(".dt-work > summary") as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect
    .element(page.getByText(/ \/ 32 = [\d.]+\. Each term is one picture’s/))
    .toBeVisible();
  await screen.unmount();
});

test("a setting of the start begins a new run, one of the steps does not", async () => {
  const screen = await render(trainer(quick));
  await button("One step").click();
  await expect.element(page.getByText(/^Iteration 1:/)).toBeVisible();
  await page.getByRole("combobox", { name: "Optimiser" }).selectOptions("Momentum");
  await button("One step").click();
  await expect.element(page.getByText(/^Iteration 2:/)).toBeVisible();
  await page.getByText("Pictures, batch and first weights").click();
  await page.getByRole("combobox", { name: "First weights" }).selectOptions("All zero");
  await expect.element(page.getByText(/^64 pictures in batches/)).toBeVisible();
  await screen.unmount();
});

test("kernels tell where each weight came from", async () => {
  const screen = await render(trainer({ ...quick, look: "kernels" }));
  await button("One step").click();
  await expect.element(page.getByText(/^Iteration 1:/)).toBeVisible();
  await page.getByRole("radio", { name: "Update", exact: true }).click({ force: true });
  const first = page.getByRole("spinbutton", { name: "row 0, column 0" }).first();
  (first.element() as HTMLElement).focus();
  await expect.element(page.getByText(/in the last step, whose slope was/)).toBeVisible();
  await screen.unmount();
});

test("a digit is drawn and read with keys, and no weight changes", async () => {
  const screen = await render(trainer({ look: "draw", strokes: [] }));
  await expect.element(page.getByText("Nothing is read yet")).toBeVisible();
  const before = document.querySelector("code")!.textContent;
  (page.getByRole("application").element() as HTMLElement).focus();
  await userEvent.keyboard(" {ArrowDown>8/} ");
  await expect.element(page.getByText(/^It reads: \d/)).toBeVisible();
  expect(document.querySelector("code")!.textContent).toBe(before);
  await userEvent.keyboard("{Backspace}");
  await expect.element(page.getByText("Nothing is read yet")).toBeVisible();
  await screen.unmount();
});

test("a network that cannot be says what it became", async () => {
  const screen = await render(trainer());
  await page.getByText(/^The network: 9,098/).click();
  for (let block = 0; block < 2; block++) await button("Add a block").click();
  const padding = page.getByRole("group", { name: "Padding" }).last();
  await padding.getByRole("radio", { name: "none" }).click({ force: true });
  await expect
    .element(page.getByText(/too small for a 2 × 2 pool, so there is none/))
    .toBeVisible();
  await screen.unmount();
});

test.each(["kernels", "mistakes", "draw"] as const)(
  "axe finds nothing while %s is looked at",
  async (look) => {
    const screen = await render(trainer({ ...quick, look }));
    await button("One step").click();
    await expect.element(page.getByText(/^Iteration 1:/)).toBeVisible();
    const rules = {
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
      "heading-order": { enabled: false },
    };
    const { violations } = await axe.run(screen.container, { rules });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    await screen.unmount();
  },
);
