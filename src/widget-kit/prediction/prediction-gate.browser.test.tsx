import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { PredictionGate, type PredictionForm } from "./prediction-gate";
import "../../ui/tokens.css";

beforeEach(() => sessionStorage.clear());

const choices: PredictionForm = { kind: "choices", choices: ["vertical", "horizontal"] };
const number: PredictionForm = {
  kind: "number",
  label: "Output size",
  min: 1,
  max: 300,
  step: 1,
  start: 100,
};

function Gate({ form, truth = null }: { form: PredictionForm; truth?: string | null }) {
  return (
    <PredictionGate id="edges" question="Which edges does it find?" form={form} truth={truth}>
      <p>The picture itself.</p>
    </PredictionGate>
  );
}

test("nothing is shown before a prediction, and by keyboard alone one is given", async () => {
  const screen = await render(<Gate form={choices} />);
  expect(document.body.textContent).not.toContain("The picture itself.");
  await userEvent.tab();
  await userEvent.keyboard(" ");
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("The picture itself.")).toBeVisible();
  await expect.poll(() => document.activeElement!.textContent).toContain("Which edges");
  await screen.rerender(<Gate form={choices} truth="horizontal" />);
  const texts = [...document.querySelectorAll("dd")].map((cell) => cell.textContent);
  expect(texts).toEqual(["vertical", "horizontal"]);
});

test("some choices ask for a number, too, and both are kept together", async () => {
  const also = { of: ["dies"], label: "Layer", min: 1, max: 100, step: 1, start: 50 };
  const form: PredictionForm = { kind: "choices", choices: ["dies", "lives"], also };
  await render(<Gate form={form} truth="dies, layer 29" />);
  const layer = page.getByRole("spinbutton", { name: "Layer" });
  await page.getByRole("radio", { name: "lives" }).click();
  await expect.element(layer).not.toBeInTheDocument();
  await page.getByRole("radio", { name: "dies" }).click();
  await layer.fill("12");
  await page.getByRole("button", { name: "Predict, then look" }).click();
  await expect.element(page.getByText("dies, layer 12")).toBeVisible();
});

test("a prediction is kept over a reload, and can be made again", async () => {
  const screen = await render(<Gate form={number} truth="98" />);
  await page.getByRole("spinbutton", { name: "Output size" }).fill("96");
  await page.getByRole("button", { name: "Predict, then look" }).click();
  await screen.unmount();
  await render(<Gate form={number} truth="98" />);
  await expect.element(page.getByText("96")).toBeVisible();
  await page.getByRole("button", { name: "Predict again" }).click();
  await expect.element(page.getByRole("spinbutton", { name: "Output size" })).toBeVisible();
});

test("the question can be skipped; without a choice the button says what is missing", async () => {
  await render(<Gate form={choices} truth="horizontal" />);
  const predict = page.getByRole("button", { name: "Predict, then look" });
  await expect.element(predict).toHaveAccessibleDescription("Choose one first.");
  await predict.click({ force: true });
  expect(document.body.textContent).not.toContain("The picture itself.");
  await page.getByRole("button", { name: "Skip" }).click();
  await expect.element(page.getByText("none")).toBeVisible();
});

test.each([choices, number])("has no accessibility fault: %o", async (form) => {
  const rules = { region: { enabled: false }, "page-has-heading-one": { enabled: false } };
  await render(<Gate form={form} truth="98" />);
  expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: "Skip" }).click();
  expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([]);
});

test("words that would give the answer wait for it", async () => {
  await render(
    <div className="kit-body">
      <PredictionGate id="words" question="How many?" form={number} truth="98" toldInWords>
        <p>All of it.</p>
      </PredictionGate>
      <p className="kit-summary">There are 98.</p>
    </div>,
  );
  const words = page.getByText("There are 98.");
  await expect.element(words).not.toBeVisible();
  await page.getByRole("button", { name: "Skip" }).click();
  await expect.element(words).toBeVisible();
});
