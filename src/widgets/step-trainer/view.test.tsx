import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { idleEngine } from "../../widget-kit/engine-source";
import { expectAccessible, expectNarrow, mountFigure } from "../../widget-kit/fixture/figure-stage";
import definition from "./index";
import { LAST_MOMENT } from "./moments";
import type { State } from "./schema";
import { View } from "./view";

function trainer(change: Partial<State> = {}, pinned: readonly (keyof State)[] = []) {
  return mountFigure(definition, View, { engine: idleEngine(), state: change, pinned });
}

const slopes = () => page.getByRole("group", { name: "dL/dw, slope by each weight" });
const position = () => page.getByRole("slider", { name: "Position" });
const weight = (row: number, column: number) =>
  page
    .getByRole("group", { name: "w, the kernel" })
    .getByRole("spinbutton", { name: `row ${row}, column ${column}` });

afterEach(() => history.replaceState(null, "", location.pathname + location.search));

test("signs are guessed by key, then kept beside the truth", async () => {
  await trainer();
  const guess = slopes().getByRole("button").first();
  guess.element().focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(guess).toHaveAccessibleName(/row 0, column 0: positive/);
  await page.getByRole("radio", { name: "Backward" }).click();
  await expect.element(page.getByText(/You said/)).toHaveTextContent("+ ? ? ?");
  await expect.element(page.getByText(/You said/)).toHaveTextContent("1 of 1 right");
});

test("slow motion is stepped by key, and makes one number after the other", async () => {
  await trainer({ moment: 0 });
  position().element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect
    .element(position())
    .toHaveAttribute("aria-valuetext", "forward: z at row 0, column 0");
  await expect.element(page.getByRole("button", { name: "z at row 0, column 0: 1" })).toBeVisible();
  await expect
    .element(page.getByRole("button", { name: "z at row 0, column 1: 8" }))
    .not.toBeInTheDocument();
});

test("any number opens by key to the sum that made it", async () => {
  await trainer({ moment: LAST_MOMENT });
  slopes().getByRole("button").first().element().focus();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  const sum = page.getByRole("region", { name: "How dL/dw at row 0, column 1 comes about" });
  await expect.element(sum).toHaveTextContent(/2 × 1 \+ 0 × 8 \+ 1 × 1 \+ 3 × 0= 3/);
});

test("a changed weight changes everything after it", async () => {
  await trainer();
  weight(0, 0).element().focus();
  await userEvent.keyboard("2{Enter}");
  await expect.element(page.getByRole("button", { name: "z at row 0, column 0: 2" })).toBeVisible();
  await expect.element(page.getByText("Your own numbers")).toBeInTheDocument();
});

test("text that is no number gets one sentence", async () => {
  await trainer();
  weight(0, 0).element().focus();
  await userEvent.keyboard("abc{Enter}");
  await expect
    .element(page.getByRole("alert").filter({ hasText: "The number keeps its value." }))
    .toHaveTextContent("abc");
});

test("a number too large gets one sentence, and the nearest that is allowed", async () => {
  await trainer();
  weight(0, 0).element().focus();
  await userEvent.keyboard("1e9{Enter}");
  await expect
    .element(page.getByRole("alert").filter({ hasText: "the nearest end is taken" }))
    .toBeVisible();
  await expect.element(weight(0, 0)).toHaveValue("100");
});

test("the loss curve is read by key", async () => {
  await trainer({ step: 2, moment: LAST_MOMENT });
  const curve = page.getByRole("slider", { name: /^Loss by step/ });
  curve.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(curve).toHaveAttribute("aria-valuetext", "after 1 step: loss 22.48");
  await userEvent.keyboard("{End}");
  await expect
    .element(curve)
    .toHaveAttribute("aria-valuetext", expect.stringMatching(/^after 3 steps/));
});

test("steps follow each other, and their weights can be taken as new ones", async () => {
  await trainer();
  await page.getByRole("button", { name: "Finish this step" }).click();
  await expect.element(page.getByText(/took the loss down from 33 to 22.48/).first()).toBeVisible();
  await page.getByRole("button", { name: "One more step" }).click();
  await expect.element(page.getByText(/^2 steps took the loss down/).first()).toBeVisible();
  await expect.element(weight(0, 0)).toHaveValue("0.83");
  await expect.element(weight(0, 0)).toHaveAttribute("readonly");
  await page.getByRole("button", { name: "Edit these weights" }).click();
  await expect.element(weight(0, 0)).not.toHaveAttribute("readonly");
  await expect.element(page.getByText("Step 1: go to the end of")).toBeVisible();
});

test("a step too large is called dead", async () => {
  await trainer({ rate: 0.1, moment: LAST_MOMENT });
  await expect.element(page.getByRole("status").filter({ hasText: "dead" })).toBeVisible();
});

test("what the author pinned cannot be changed", async () => {
  await trainer({}, ["rate", "kernel"]);
  await expect.element(page.getByRole("spinbutton", { name: "Learning rate η" })).toBeDisabled();
  await expect.element(weight(0, 0)).toHaveAttribute("readonly");
});

test.each([{ moment: 6 }, { moment: LAST_MOMENT, step: 3 }])(
  "axe finds nothing in %o",
  async (state) => {
    const { container } = await trainer(state);
    await expectAccessible(container);
  },
);

test("320 px hold it without sideways scroll, also for a lecture hall", async () => {
  await trainer({ moment: LAST_MOMENT, step: 2, bias: 0.123456 });
  await expectNarrow();
});
