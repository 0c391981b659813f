import axe from "axe-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createEngineSource } from "../../widget-kit/engine-source";
import { WidgetHost } from "../../widget-kit/widget-host";
import definition from "./index";
import type { FieldTracerState } from "./state";
import { View } from "./view";
import "../../ui/tokens.css";
import "../../ui/font.css";

const engine = createEngineSource({ tier: "cpu" });
let tracers = 0;

async function tracer(change: Partial<FieldTracerState> = {}, pinned: readonly string[] = []) {
  const initial = definition.schema.repair!({
    ...definition.schema.defaults,
    picture: "zone-plate",
    ...change,
  });
  return render(
    <WidgetHost
      definition={definition}
      View={View}
      // A name of its own for each: a figure writes its link when it goes.
      id={`tracer-${++tracers}`}
      initial={initial}
      pinned={pinned}
      stills={{}}
      firstResult={null}
      engine={engine}
    />,
  );
}

const stack = () => page.getByRole("slider", { name: /^The stack/ });
const picture = () => page.getByRole("slider", { name: /^The picture/ });
const bellMap = () => page.getByRole("slider", { name: /^How much each pixel counts/ });
/** Checks what the stack says of the chosen unit. */
async function expectUnit(words: RegExp): Promise<void> {
  await expect.element(stack()).toHaveAttribute("aria-valuetext", expect.stringMatching(words));
}

beforeAll(() => engine.compute());
afterAll(async () => (await engine.compute()).dispose());
beforeEach(() => sessionStorage.clear());
afterEach(() => history.replaceState(null, "", location.pathname + location.search));

describe("the stack", () => {
  test("arrow keys choose layer and unit, and the field follows", async () => {
    await tracer({ net: "vgg-16", bell: false });
    stack().element().focus();
    await userEvent.keyboard("{ArrowDown}");
    await expectUnit(/^conv5_3, layer 17 of 18, unit \(\d+, \d+\): sees 196/);
    await userEvent.keyboard("{Home}");
    await expectUnit(/^the input.*sees 1 × 1/);
    await userEvent.keyboard("{End}{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    await expectUnit(/unit \(3, 0\): sees 212/);
    await expect.element(page.getByText(/of the field lies on padding/)).toBeVisible();
  });

  test("a click takes the unit that is nearest", async () => {
    await tracer({ net: "lenet-5", bell: false });
    await stack().click({ position: { x: 3, y: 172 } });
    await expect.element(stack()).toHaveAttribute("aria-valuenow", "0");
    await expectUnit(/^the input, unit \(\d+, 0\): sees 1 × 1/);
  });

  test("a layer's name in the table chooses it", async () => {
    await tracer({ net: "lenet-5", bell: false });
    await page.getByRole("button", { name: "S4" }).click();
    await expectUnit(/^S4, layer 4 of 5, .* sees 16 × 16/);
  });
});

test("a key on the picture moves by one unit, a click takes the unit that looks there", async () => {
  await tracer({ net: "vgg-16", bell: false });
  picture().element().focus();
  await userEvent.keyboard("{ArrowUp}");
  await expectUnit(/unit \(2, 3\)/);
  await userEvent.keyboard("{End}");
  await expectUnit(/unit \(2, 6\)/);
  await picture().click();
  await expectUnit(/unit \(3, 3\)/);
});

describe("the bell", () => {
  test("is predicted first, then shown beside the prediction", async () => {
    await tracer();
    await expect.element(bellMap()).not.toBeInTheDocument();
    await page.getByRole("spinbutton", { name: /^Side of the square/ }).fill("121");
    await page.getByRole("button", { name: "Predict, then look" }).click();
    await expect.element(bellMap()).toBeVisible();
    await expect.element(page.getByText("37 × 37 pixels")).toBeVisible();
    await expect.element(page.getByText("√(99 · (3² − 1)/12) = 8.12")).toBeVisible();
  });

  test("stays in place, and so does the stack, when the unit leaves what was asked", async () => {
    await tracer();
    const top = () => stack().element().getBoundingClientRect().top;
    const before = top();
    stack().element().focus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(bellMap()).toBeVisible();
    expect(top()).toBe(before);
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(page.getByRole("button", { name: "Predict, then look" })).toBeVisible();
    expect(top()).toBe(before);
  });

  test("is measured with random weights, and says how far that spreads", async () => {
    await tracer({ net: "lenet-5", depth: 4, seeds: 3 });
    await page.getByRole("radio", { name: "random" }).click();
    await expect
      .element(page.getByText(/^Random weights, ReLU, 4 channels, 3 seeds/))
      .toBeVisible();
    await expect.element(page.getByText(/size spreads [\d.]+ times as far/).first()).toBeVisible();
    bellMap().element().focus();
    await userEvent.keyboard("{Control>}{Home}{/Control}");
    await expect.element(page.getByText(/^Pixel \(0, 0\): mean of/)).toBeVisible();
  });
});

test("a stack of one's own is changed by keys, and says where it ends", async () => {
  await tracer({ net: "lenet-5", bell: false });
  await page.getByText("Your own stack").click();
  await page.getByRole("button", { name: "Change this stack" }).click();
  await page.getByRole("button", { name: "Add 3 × 3", exact: true }).click();
  await expect.element(page.getByText(/^No window of layer 6 fits a map of 1 × 1/)).toBeVisible();
  await page.getByRole("spinbutton", { name: "Side of the picture" }).fill("64");
  await expect.element(page.getByText(/^No window of layer 6/)).not.toBeInTheDocument();
  await expectUnit(/layer 6 of 6/);
});

test("what the author has fixed cannot be changed", async () => {
  await tracer({ net: "vgg-16", bell: false }, ["net", "depth"]);
  await expect.element(page.getByRole("combobox", { name: "Stack" })).toBeDisabled();
  await expect.element(page.getByRole("button", { name: "pool5" })).toBeDisabled();
});

test.each([{ net: "lenet-5", depth: 4 } as const, { net: "vgg-16", bell: false } as const])(
  "axe finds nothing in %o, and nothing is wider than a phone",
  async (state) => {
    await page.viewport(360, 900);
    const { container } = await tracer(state);
    const { violations } = await axe.run(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  },
);
