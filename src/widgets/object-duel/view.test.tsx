import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Tier } from "../../compute/types";
import { createEngineSource } from "../../widget-kit/engine-source";
import { expectAccessible, expectNarrow, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import { duelPresets } from "./presets";
import type { DuelState } from "./state";
import { View } from "./view";
import "../../ui/font.css";

const engine = createEngineSource({ tier: "cpu" });

function duel(change: Partial<DuelState> = {}, pinned: readonly string[] = []) {
  return mountFigure(definition, View, { engine, state: change, pinned });
}

const skip = () => page.getByRole("button", { name: "Skip" }).click();
const row = (name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });

beforeAll(() => engine.compute());
beforeEach(() => sessionStorage.clear());
afterAll(async () => (await engine.compute()).dispose());
afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("the answers are shown once the reader has predicted, by keyboard alone", async () => {
  await duel();
  await expect
    .element(page.getByRole("slider", { name: /^answers of the 3/ }))
    .not.toBeInTheDocument();
  page.getByRole("radio", { name: "the 20 × 20" }).element().focus();
  await userEvent.keyboard(" {Tab}{Enter}");
  await expect.element(page.getByText(/^the 3 × 3: 2\d against 0$/)).toBeVisible();
  await expect.element(page.getByRole("slider", { name: /^answers of the 3/ })).toBeVisible();
});

test("arrow keys on a map write out the sum at the next place", async () => {
  await duel({ row: 50, column: 50 });
  await skip();
  // A frame after the answer the focus goes to what it has revealed.
  await expect.poll(() => document.activeElement?.className).toBe("kit-revealed");
  page
    .getByRole("slider", { name: /^answers of the 3/ })
    .element()
    .focus();
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");
  await expect.element(page.getByText(/^3 × 3 at row 51, column 51/).first()).toBeVisible();
  await expect.element(page.getByText(/^20 × 20 at row 51, column 51/).first()).toBeVisible();
});

test("a threshold moves by arrow keys, and goes back to the best", async () => {
  await duel();
  await skip();
  const threshold = page.getByRole("slider", { name: "Threshold of the 3 × 3" });
  await expect.element(threshold).toBeVisible();
  threshold.element().focus();
  await userEvent.keyboard("{Home}");
  await expect.element(page.getByText(/At this threshold the 3 × 3/).first()).toBeVisible();
  await page.getByRole("button", { name: "Best threshold" }).first().click();
  await expect.element(page.getByText(/At its best threshold the 3 × 3/).first()).toBeVisible();
});

test("the 3 × 3 inside the 20 × 20 gives the very same map", async () => {
  await duel();
  await skip();
  await page
    .getByRole("combobox", { name: "Start from" })
    .selectOptions("The 3 × 3 inside the 20 × 20");
  await expect.element(page.getByText(/largest difference is exactly 0/).first()).toBeVisible();
});

test("a kernel that is too small to hold the first cannot be chosen to", async () => {
  await duel({ sizeA: 9, sizeB: 5 });
  const second = page.getByRole("region", { name: "Second kernel" });
  await expect
    .element(second.getByRole("option", { name: "the first kernel, zeros around" }))
    .toBeDisabled();
  await expect.element(second.getByText(/must be at least as large/)).toBeVisible();
});

test("what the author holds still cannot be changed", async () => {
  await duel({}, ["noise", "kernelA"]);
  await expect.element(page.getByRole("slider", { name: "Noise σ" })).toBeDisabled();
  await expect
    .element(page.getByRole("region", { name: "First kernel" }).getByRole("combobox"))
    .toBeDisabled();
});

test("learned kernels show their errors", async () => {
  await duel(duelPresets.find(({ id }) => id === "few-scenes")!.state);
  await skip();
  await expect.element(row("Error on its examples")).toHaveTextContent(/96 windows096 windows$/);
});

test.each(["webgl-f32", "wasm"] satisfies Tier[])(
  "on %s too the framed kernel's map is the same to the last digit",
  async (tier) => {
    const source = createEngineSource({ tier });
    const compute = await source.compute();
    for (const kernelA of ["gaussian", "learned"] as const) {
      const state = { ...definition.schema.defaults, kernelA, kernelB: "inside" } as const;
      const result = await compute.run(definition.model.request(state, {})!);
      expect(result).toMatchObject({ difference: { largest: 0, places: 6561 } });
    }
    await compute.dispose();
  },
);

test("axe finds nothing, before and after, and nothing is wider than a narrow page", async () => {
  const { container } = await duel();
  await expectAccessible(container);
  await skip();
  await expect.element(row("Found")).toBeVisible();
  await expectAccessible(container);
  await expectNarrow();
});
