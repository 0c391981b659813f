import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { LineChart } from "./line-chart";
import type { ChartSeries } from "./series";
import "../../ui/tokens.css";

const x = { kind: "linear", from: 0, to: 4, title: "layer" } as const;
const y = { kind: "linear", from: 0, to: 10, title: "log₁₀ rms" } as const;
const series: readonly ChartSeries[] = [
  { kind: "band", name: "5–95 %", x: [1, 2, 3], low: [0, 1, 2], high: [2, 3, 4] },
  { kind: "line", name: "median", x: [1, 2, 3], y: [1, 2, Infinity], label: "median" },
];

function Chart() {
  const [at, setAt] = useState<number>(1);
  return <LineChart label="A signal" x={x} y={y} series={series} cursor={at} onCursor={setAt} />;
}

afterEach(() => page.viewport(1280, 800));

test("arrow keys move the cursor, and it says what stands there", async () => {
  await render(<Chart />);
  const slider = page.getByRole("slider", { name: "A signal" });
  slider.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect
    .element(slider)
    .toHaveAttribute("aria-valuetext", "layer 2: 5–95 % 1 to 3, median 2");
  await userEvent.keyboard("{End}");
  await expect
    .element(slider)
    .toHaveAttribute("aria-valuetext", "layer 3: 5–95 % 2 to 4, median ∞");
});

test("a click moves it too", async () => {
  await render(<Chart />);
  const slider = page.getByRole("slider", { name: "A signal" });
  const box = slider.element().getBoundingClientRect();
  await slider.click({ position: { x: box.width * 0.5, y: 100 } });
  await expect.element(slider).toHaveAttribute("aria-valuenow", "2");
});

test("it fits a narrow page, with text of its usual size", async () => {
  await page.viewport(320, 600);
  await render(<Chart />);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const svg = page.getByRole("slider").element().querySelector("svg")!;
  await expect
    .poll(() => svg.viewBox.baseVal.width / svg.getBoundingClientRect().width)
    .toBeCloseTo(1, 1);
});
