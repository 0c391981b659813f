import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createEngineSource } from "../../widget-kit/engine-source";
import { expectAccessible } from "../../widget-kit/fixture/figure-stage";
import { WidgetHost } from "../../widget-kit/widget-host";
import definition from "./index";
import type { FilterBenchState } from "./state";
import { View } from "./view";
import "../../ui/tokens.css";
import "../../ui/font.css";

const engine = createEngineSource({ tier: "cpu" });
const quick: Partial<FilterBenchState> = {
  picture: "color-discs",
  row: 100,
  column: 60,
  filters: ["sobel-x", "box"].map((kernel) => ({ kernel, bias: 0 })),
};

// A name of its own for each: a figure writes its link when it goes.
let benches = 0;

async function bench(change: Partial<FilterBenchState> = {}, pinned: readonly string[] = []) {
  const initial = definition.schema.repair!({
    ...definition.schema.defaults,
    ...quick,
    ...change,
  });
  return render(
    <WidgetHost
      definition={definition}
      View={View}
      id={`bench-${++benches}`}
      initial={initial}
      pinned={pinned}
      stills={{}}
      firstResult={null}
      engine={engine}
    />,
  );
}

const weight = (kernel: string, row: number, column: number) =>
  page
    .getByRole("group", { name: `Channel 1, kernel on ${kernel}` })
    .getByRole("spinbutton", { name: `row ${row}, column ${column}` });
const place = () => page.getByRole("slider", { name: "Position" }).last();
const choose = (name: string) => page.getByRole("radio", { name, exact: true });
const output = (channel: number) =>
  page.getByRole("slider", { name: new RegExp(`^output channel ${channel}`) });

/** Elements that make the page scroll sideways. */
function widerThanThePage(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
    .map((element) => `${element.localName}.${element.getAttribute("class")}`);
}

beforeAll(() => engine.compute());
afterAll(async () => (await engine.compute()).dispose());
afterEach(() => {
  delete document.documentElement.dataset.theme;
  delete document.documentElement.dataset.projector;
  history.replaceState(null, "", location.pathname + location.search);
});

describe("the layer", () => {
  test("shows planes, kernels and outputs, and computes them", async () => {
    await bench();
    for (const name of ["red", "green", "blue"])
      await expect
        .element(page.getByRole("slider", { name: new RegExp(`^${name} plane`) }))
        .toBeInTheDocument();
    await expect.element(page.getByText(/^values: −/)).toBeVisible();
    await expect.element(page.getByText("[2, 3, 3, 3]")).toBeVisible();
    await expect.element(page.getByText("254 × 254 × 2", { exact: true })).toBeVisible();
  });

  test("arrow keys on any grid move window, output and scan together", async () => {
    await bench();
    output(1).element().focus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}");
    await expect.element(place()).toHaveAttribute("aria-valuetext", "row 101, column 61");
    await expect.element(output(1)).toHaveAttribute("aria-valuetext", "row 101, column 61: 0");
    await expect.element(output(2)).toHaveAttribute("aria-valuetext", "row 101, column 61");
    page
      .getByRole("slider", { name: /^red plane/ })
      .element()
      .focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(place()).toHaveAttribute("aria-valuetext", "row 101, column 60");
  });

  test("with a stride, a key on the picture still goes to the next output cell", async () => {
    await bench({ stride: 3, row: 20, column: 20 });
    page
      .getByRole("slider", { name: /^red plane/ })
      .element()
      .focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(place()).toHaveAttribute("aria-valuetext", "row 20, column 21");
  });

  test("filters are added, chosen and removed", async () => {
    await bench();
    await page.getByRole("button", { name: "Add a filter" }).click();
    await expect.element(page.getByText("[3, 3, 3, 3]")).toBeVisible();
    await page.getByRole("button", { name: /Channel 2/ }).click();
    await expect.element(page.getByRole("combobox", { name: "Filter of channel 2" })).toBeVisible();
    await page.getByRole("button", { name: "Remove channel 2" }).click();
    await expect.element(page.getByText("[2, 3, 3, 3]")).toBeVisible();
  });
});

describe("a weight", () => {
  test("is typed, stepped and undone by key", async () => {
    await bench();
    const cell = weight("red", 1, 1);
    cell.element().focus();
    await userEvent.keyboard("2.5{Enter}");
    await expect.element(cell).toHaveValue("2.5");
    await expect.element(page.getByText("Your own numbers").first()).toBeVisible();
    weight("red", 0, 0).element().focus();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(weight("red", 0, 0)).toHaveValue("−0.9");
  });

  test.each(["abc", "1e999"])("“%s” gets one sentence and keeps its value", async (text) => {
    await bench();
    const cell = weight("green", 1, 2);
    cell.element().focus();
    await userEvent.keyboard(`${text}{Enter}`);
    await expect
      .element(page.getByRole("alert").filter({ hasText: "The weight keeps its value." }))
      .toHaveTextContent(text);
    await userEvent.keyboard("{Escape}");
    await expect.element(cell).toHaveValue("2");
    await expect.element(page.getByText("The weight keeps its value.")).not.toBeInTheDocument();
  });

  test("is dragged: three times 8 pixels to the right are three steps", async () => {
    await bench();
    const cell = weight("red", 1, 1);
    const { height } = cell.element().getBoundingClientRect();
    await userEvent.dragAndDrop(cell, cell, {
      sourcePosition: { x: 3, y: height / 2 },
      targetPosition: { x: 28, y: height / 2 },
    });
    await expect.element(cell).toHaveValue("0.3");
  });

  test("buttons change the whole filter", async () => {
    await bench();
    await page.getByRole("button", { name: "Negate" }).click();
    await expect.element(weight("blue", 1, 0)).toHaveValue("2");
    await page.getByRole("button", { name: "Rotate 180°" }).click();
    await expect.element(weight("blue", 1, 0)).toHaveValue("−2");
    await userEvent.selectOptions(
      page.getByRole("combobox", { name: "Filter of channel 1" }),
      "Edge",
    );
    await expect.element(weight("blue", 1, 1)).toHaveValue("8");
  });
});

describe("the zooms", () => {
  test("keep the chosen cell and channel", async () => {
    await bench({ channel: 1 });
    await choose("One cell").click();
    await expect.element(place()).toHaveAttribute("aria-valuetext", "row 100, column 60");
    await expect
      .element(page.getByRole("button", { name: /Channel 2/ }))
      .toHaveAttribute("aria-pressed", "true");
    await choose("One channel").click();
    await expect
      .element(page.getByRole("slider", { name: /^partial map of green/ }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole("slider", { name: /^sum of the partial maps/ }))
      .toHaveAttribute("aria-valuetext", "row 100, column 60");
  });

  test("one cell writes out the sum, product by product", async () => {
    await bench({ zoom: "cell" });
    const products = page.getByRole("group", { name: "Add the products" });
    await products.getByRole("button", { name: "Step back" }).click();
    await expect.element(page.getByText("26 of 27 products")).toBeVisible();
    await expect.element(page.getByText("sum so far")).toBeVisible();
    await products.getByRole("button", { name: "Step forward" }).click();
    await expect.element(page.getByText("27 of 27 products")).toBeVisible();
  });

  test("stepping and scrubbing move the window, row by row", async () => {
    await bench({ zoom: "cell", row: 0, column: 253 });
    const scan = page.getByRole("group", { name: "Slide the window" });
    await scan.getByRole("button", { name: "Step forward" }).click();
    await expect.element(place()).toHaveAttribute("aria-valuetext", "row 1, column 0");
    place().element().focus();
    await userEvent.keyboard("{End}");
    await expect.element(place()).toHaveAttribute("aria-valuetext", "row 253, column 253");
  });

  test("the scan plays until it is told to stop", async () => {
    await bench({ zoom: "cell", row: 0, column: 0, speed: 64 });
    const scan = page.getByRole("group", { name: "Slide the window" });
    const at = () => Number((place().element() as HTMLInputElement).value);
    await scan.getByRole("button", { name: "Play" }).click();
    await expect.poll(at).toBeGreaterThan(3);
    await scan.getByRole("button", { name: "Pause" }).click();
    const stopped = at();
    await new Promise((done) => setTimeout(done, 200));
    expect(at()).toBe(stopped);
  });

  test("a wide gesture in one map is one cell in all", async () => {
    await bench({ zoom: "cell" });
    const map = output(1).element();
    const box = map.getBoundingClientRect();
    await userEvent.click(output(1), {
      position: { x: (box.width * 200.5) / 254, y: (box.height * 50.5) / 254 },
    });
    await expect.element(place()).toHaveAttribute("aria-valuetext", "row 50, column 200");
    await expect
      .element(page.getByRole("slider", { name: /^the picture/ }))
      .toHaveAttribute("aria-valuetext", "row 51, column 201");
  });
});

describe("settings", () => {
  test("every choice changes the sizes it should", async () => {
    await bench();
    await choose("5").click();
    await expect.element(page.getByText("252 × 252 × 2", { exact: true })).toBeVisible();
    await choose("same").click();
    await expect.element(page.getByText("256 × 256 × 2", { exact: true })).toBeVisible();
    await page.getByRole("group", { name: "Stride" }).getByRole("radio", { name: "2" }).click();
    await expect.element(page.getByText("128 × 128 × 2", { exact: true })).toBeVisible();
    await page.getByText("More settings").click();
    await page.getByRole("group", { name: "Dilation" }).getByRole("radio", { name: "3" }).click();
    await choose("mirror").click();
    await choose("grey").click();
    await expect.element(page.getByText("[2, 1, 5, 5]")).toBeVisible();
  });

  test("the Sobel view brings a pair of filters and reads them as an arrow", async () => {
    await bench({
      picture: "step-edge",
      color: "grey",
      column: 126,
      filters: [{ kernel: "box", bias: 0 }],
    });
    await page.getByRole("switch", { name: "Sobel view" }).click();
    const view = page.getByRole("region", { name: "Sobel view" });
    await expect.element(view.getByText("magnitude", { exact: true })).toBeVisible();
    await expect
      .element(view.getByRole("figure", { name: "Gradient at row 100, column 126" }))
      .toHaveTextContent(/gx4gy0magnitude4angle0°/);
  });

  test("clipping draws as an image file would, and the legend says so", async () => {
    await bench();
    await choose("clip like an image").click();
    await expect.element(page.getByText("≤ 0").first()).toBeVisible();
  });

  test("numbers that leave 32 bits are counted beside their hatching", async () => {
    const kernel = [3e38, 3e38, 3e38].map(Math.fround);
    await bench({
      size: 1,
      picture: "ramp",
      color: "grey",
      filters: [{ kernel, bias: Math.fround(3e38) }],
    });
    await expect.element(page.getByText(/× \+∞/).first()).toBeVisible();
  });

  test("what the author pinned cannot be changed, and says so", async () => {
    await bench({}, ["stride", "filters"]);
    await expect
      .element(page.getByRole("group", { name: "Stride" }).getByRole("radio", { name: "2" }))
      .toBeDisabled();
    await expect.element(page.getByText("Fixed in this figure.").first()).toBeVisible();
    weight("red", 0, 0).element().focus();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(weight("red", 0, 0)).toHaveValue("−1");
  });

  test("a painted picture is used cell for cell", async () => {
    await bench({ zoom: "cell" });
    await page.getByRole("button", { name: "Paint" }).click();
    await expect.element(page.getByText("6 × 6 × 2", { exact: true })).toBeVisible();
    await choose("7").click();
    await expect.element(page.getByText("2 × 2 × 2", { exact: true })).toBeVisible();
    await page.getByText("More settings").click();
    await expect
      .element(page.getByRole("group", { name: "Dilation" }).getByRole("radio", { name: "2" }))
      .toBeDisabled();
  });
});

describe("for every reader", () => {
  test("the summary follows what is seen", async () => {
    await bench();
    await expect
      .element(page.getByText(/Channel 1 \(Sobel x\) runs from −.* At row 100, column 60 it is/))
      .toBeInTheDocument();
  });

  test.each(["layer", "channel", "cell"] as const)("nothing in “%s” fails axe", async (zoom) => {
    const { container } = await bench({ zoom, sobel: true });
    await expect.element(page.getByText(/^values: /).first()).toBeVisible();
    await expectAccessible(container);
  });

  test.each(["layer", "channel", "cell"] as const)(
    "“%s” fits 320 px without sideways scroll, also for a lecture hall",
    async (zoom) => {
      await page.viewport(320, 800);
      try {
        await bench({ zoom, sobel: true, size: 7 });
        expect(widerThanThePage()).toEqual([]);
        document.documentElement.dataset.projector = "";
        expect(widerThanThePage()).toEqual([]);
      } finally {
        await page.viewport(1280, 800);
      }
    },
  );

  test("no part carries an inline style that a page could not serve", async () => {
    const { container } = await bench({ zoom: "cell", sobel: true });
    const styled = [...container.querySelectorAll("[style]")].filter(
      // Set through the CSSOM while alive: the map's crop and the slider's filled part.
      (element) => !element.matches("canvas, input[type=range]"),
    );
    expect(styled.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
  });
});
