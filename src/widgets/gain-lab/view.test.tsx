import { afterAll, afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createEngineSource } from "../../widget-kit/engine-source";
import { expectAccessible, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import type { State } from "./schema";
import { View } from "./view";

const engine = createEngineSource({ tier: "cpu" });

const lab = (change: Partial<State> = {}, pinned: readonly (keyof State)[] = []) =>
  mountFigure(definition, View, { engine, state: change, pinned });

const formula = () => page.getByRole("textbox", { name: "Your own activation, f(x) =" });
const card = (name: RegExp) => page.getByRole("button", { name });

afterAll(async () => (await engine.compute()).dispose());
afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("a typed activation gets its gain, and a mistake is pointed at", async () => {
  await lab();
  await expect.element(card(/^gain 1\.534/)).toBeVisible();
  await formula().fill("max(x, 0)");
  await expect.element(card(/^gain 1\.414/)).toBeVisible();
  await expect.element(page.getByText(/every scale is handed on/).first()).toBeVisible();
  await formula().fill("max(x, 0) + foo(x)");
  await expect.element(page.getByText(/^Character 13:/)).toBeVisible();
  await expect.element(formula()).toHaveAttribute("aria-invalid", "true");
});

test("numbers open to their calculation by key", async () => {
  await lab({ activation: "relu" });
  await expect.element(card(/^E f² 0\.5/)).toBeVisible();
  card(/^E f² 0\.5/)
    .element()
    .focus();
  await userEvent.keyboard("{Enter}");
  await expect
    .element(page.getByRole("group", { name: "How E f² comes about" }))
    .toHaveTextContent("z from −1 to 0: 0z from 0 to 1: 0.0994");
});

test("the cobweb is stepped by key", async () => {
  await lab({ activation: "tanh", derived: false, gain: 1.666667, layer: 0, start: 0 });
  const position = page.getByRole("slider", { name: "Position" });
  await expect.element(card(/^E f² 0\.394/)).toBeVisible();
  position.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(position).toHaveAttribute("aria-valuetext", "layer 1: variance 2.778");
  await userEvent.keyboard("{End}");
  await expect.element(position).toHaveAttribute("aria-valuetext", "layer 50: variance 1.178");
});

test("the link sets the race and keeps this figure's own entry", async () => {
  await lab({ activation: "silu" });
  const link = page.getByRole("link", { name: /signal race with gain 1\.677/ });
  await link.click();
  expect(location.hash).toContain("w.race=1~distribution:normal~fan:scaled~gain:1.67653");
  expect(location.hash).toContain("activation:silu");
});

test.each([1280, 320])("at %s pixels nothing sticks out, and axe finds nothing", async (width) => {
  await page.viewport(width, 800);
  const { container } = await lab();
  await expect.element(card(/^gain 1\.534/)).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await expectAccessible(container);
});
