import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { idleEngine } from "../../widget-kit/engine-source";
import { expectAccessible, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import type { State } from "./state";
import { View } from "./view";

const stack = (change: Partial<State> = {}, pinned: readonly (keyof State)[] = []) =>
  mountFigure(definition, View, { engine: idleEngine(), state: change, pinned });

const figure = (name: string) => page.getByRole("button", { name, exact: true });

afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("every number opens to its sum by key", async () => {
  await stack();
  figure("MACs 321,126,400, one 5 × 5").element().focus();
  await userEvent.keyboard("{Enter}");
  await expect
    .element(page.getByRole("group", { name: "How it comes about: MACs, one 5 × 5" }))
    .toHaveTextContent("5 · 5 · 64 · 64 · 56 · 56 = 321,126,400");
});

test("the stem turns the verdict round", async () => {
  await stack();
  await expect.element(page.getByText(/^The stack has 28 % fewer/)).toBeVisible();
  await userEvent.selectOptions(
    page.getByRole("combobox", { name: "Setting" }),
    "The stem: 3 to 64 channels, 7 × 7",
  );
  await expect.element(page.getByText(/^Here the single kernel wins/)).toBeVisible();
  await expect.element(figure("weights 9,408, one 7 × 7")).toBeVisible();
});

test("another layer widens every road by key", async () => {
  await stack();
  page.getByRole("slider", { name: "Layers" }).element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(figure("sees 7 × 7, one 7 × 7")).toBeVisible();
});

test("without an activation the layers are drawn as one kernel", async () => {
  await stack();
  await page.getByRole("switch", { name: "An activation after each layer" }).click();
  await expect.element(page.getByText(/= 17 free numbers/).first()).toBeVisible();
  await expect
    .element(page.getByRole("table", { name: "the 5 by 5 kernel that they are" }))
    .toHaveTextContent(/^14641/);
});

test("what the author pinned cannot be changed", async () => {
  await stack({}, ["layers"]);
  await expect.element(page.getByRole("slider", { name: "Layers" })).toBeDisabled();
});

test.each([1280, 320])("at %s pixels nothing sticks out, and axe finds nothing", async (width) => {
  await page.viewport(width, 800);
  const { container } = await stack({ activation: false, layers: 3 });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await expectAccessible(container);
});
