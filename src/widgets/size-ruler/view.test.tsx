import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { idleEngine } from "../../widget-kit/engine-source";
import { expectAccessible, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import type { State } from "./schema";
import { View } from "./view";

const ruler = (change: Partial<State> = {}, pinned: readonly (keyof State)[] = []) =>
  mountFigure(definition, View, { engine: idleEngine(), state: change, pinned });

const win = () => page.getByRole("slider", { name: "The window on the ruler" });
const work = () => page.getByRole("group", { name: "The formula with these numbers" });

afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("the window moves by key, by click and by drag", async () => {
  await ruler();
  win().element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(win()).toHaveAttribute("aria-valuetext", "window 5 of 11: cells 4 to 5");
  await userEvent.keyboard("{End}");
  await expect
    .element(win())
    .toHaveAttribute("aria-valuetext", "window 11 of 11: cell 10 and 1 of padding");
  const { width } = win().element().getBoundingClientRect();
  await userEvent.click(win(), { position: { x: (width * 2) / 12, y: 40 } });
  await expect.element(win()).toHaveAttribute("aria-valuetext", "window 2 of 11: cells 1 to 2");
});

test("a setting writes the formula with its numbers", async () => {
  await ruler();
  await expect.element(work()).toHaveTextContent("= 10 + 1 = 11");
  await userEvent.selectOptions(
    page.getByRole("combobox", { name: "Setting" }),
    "Stride 2, and a cell left over",
  );
  await expect.element(work()).toHaveTextContent("⌊3.5⌋ + 1");
  await expect.element(page.getByText(/the last cell is never read/).first()).toBeVisible();
});

test("a cell asked about names each weight it meets", async () => {
  await ruler({ kernel: 3 });
  page.getByRole("slider", { name: "Cell to ask about" }).element().focus();
  await userEvent.keyboard("{Home}{ArrowRight}");
  await expect
    .element(page.getByText(/^Cell 1 is read 2 times/))
    .toHaveTextContent("by window 1 with w1, by window 2 with w0");
});

test("a window that does not fit says so and offers one that does", async () => {
  await ruler({ input: 7, kernel: 3, before: 0, after: 0, dilation: 4, at: 0 });
  await expect.element(page.getByText(/does not fit on 7/).first()).toBeVisible();
  await expect.element(win()).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Use kernel 2" }).click();
  await expect.element(win()).toBeVisible();
});

test("paddings part when they are no longer the same", async () => {
  await ruler();
  await expect.element(page.getByRole("slider", { name: "Padding after, p₁" })).toBeDisabled();
  await page.getByRole("switch", { name: "The same padding on both sides" }).click();
  const after = page.getByRole("slider", { name: "Padding after, p₁" });
  after.element().focus();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(work()).toHaveTextContent("= 9 + 1 = 10");
});

test.each([1280, 320])("at %s pixels nothing sticks out, and axe finds nothing", async (width) => {
  await page.viewport(width, 800);
  const { container } = await ruler({ input: 100, kernel: 20, before: 0, after: 0 });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await expectAccessible(container);
});
