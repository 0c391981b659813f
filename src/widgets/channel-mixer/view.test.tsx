import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createEngineSource } from "../../widget-kit/engine-source";
import { expectAccessible, expectNarrow, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import type { MixerState } from "./schema";
import { View } from "./view";
import "../../ui/font.css";

const engine = createEngineSource({ tier: "cpu" });

function desk(change: Partial<MixerState> = {}, pinned: readonly string[] = []) {
  return mountFigure(definition, View, { engine, state: change, pinned });
}

beforeAll(() => engine.compute());
afterAll(async () => (await engine.compute()).dispose());
afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("arrow keys choose the pixel whose sum is written out", async () => {
  await desk({ row: 4, column: 6 });
  page
    .getByRole("slider", { name: /^output/ })
    .element()
    .focus();
  await userEvent.keyboard("{ArrowRight}{ArrowUp}");
  await expect.element(page.getByText("Pixel in row 3, column 7")).toBeVisible();
});

test("solving takes one source out of the mixture", async () => {
  await desk({ task: "unmix" });
  await page.getByRole("button", { name: "Solve for the disc" }).click();
  await expect
    .element(page.getByText(/leaves 0 of the stripes, 1 of the disc, 0 of the ramp/))
    .toBeVisible();
});

test("a ReLU bends what was straight", async () => {
  await desk({ task: "straight" });
  await expect.element(page.getByText(/rounding: the mixing alone/).first()).toBeVisible();
  page.getByRole("switch", { name: "ReLU after the filter" }).element().focus();
  await userEvent.keyboard(" ");
  await expect.element(page.getByText(/the ReLU bends/).first()).toBeVisible();
});

test("arrow keys on any map of the test write out both sides at the next pixel", async () => {
  await desk({ task: "straight", relu: true, row: 4, column: 6 });
  await expect.element(page.getByText(/^Pixel in row 4, column 6/)).toBeVisible();
  page
    .getByRole("slider", { name: /^the difference/ })
    .element()
    .focus();
  await userEvent.keyboard("{ArrowDown}{ArrowLeft}");
  await expect.element(page.getByText(/^Pixel in row 5, column 5/)).toBeVisible();
  await expect.element(page.getByText(/^2 × .* \+ \(−1\) × /)).toBeVisible();
});

test("what the author holds still cannot be changed", async () => {
  await desk({ task: "unmix" }, ["weights"]);
  await expect.element(page.getByRole("slider", { name: "Weight of channel 0" })).toBeDisabled();
});

test.each(["pixel", "unmix", "straight"] as const)("axe finds nothing: %s", async (task) => {
  const { container } = await desk({ task });
  await expectAccessible(container);
  await expectNarrow();
});
