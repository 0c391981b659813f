import axe from "axe-core";
import { useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Button } from "./button";
import { Choice } from "./choice";
import { Disclosure } from "./disclosure";
import { FileButton } from "./file-button";
import { Message } from "./message";
import { NumberField } from "./number-field";
import { Select } from "./select";
import { Slider } from "./slider";
import { Toggle } from "./toggle";
import "./tokens.css";
import "./font.css";

afterEach(() => {
  delete document.documentElement.dataset.theme;
  delete document.documentElement.dataset.projector;
});

function Weight({ onChange }: { onChange: (value: number) => void }) {
  const [value, setValue] = useState(0.5);
  return (
    <NumberField
      label="Weight"
      value={value}
      min={-10}
      max={10}
      step={0.1}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

describe("NumberField", () => {
  const field = () => page.getByRole("spinbutton", { name: "Weight" });

  test("each good number counts while it is typed", async () => {
    const onChange = vi.fn();
    await render(<Weight onChange={onChange} />);
    await userEvent.fill(field(), "1/4");
    expect(onChange).toHaveBeenLastCalledWith(0.25);
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveValue("0.25");
  });

  test.each(["abc", "1e999", "11"])("“%s” gets one sentence, and nothing changes", async (text) => {
    const onChange = vi.fn();
    await render(<Weight onChange={onChange} />);
    await userEvent.fill(field(), text);
    await expect.element(field()).toHaveAttribute("aria-invalid", "true");
    const element = field().element();
    const error = document.getElementById(element.getAttribute("aria-describedby")!)!;
    expect(error.textContent).toMatch(/^[^.]+.*\.$/);
    expect(error.getAttribute("aria-live")).toBe("polite");
    expect(onChange).not.toHaveBeenCalled();
    expect(element.getAttribute("aria-valuenow")).toBe("0.5");

    await userEvent.keyboard("{Escape}");
    await expect.element(field()).toHaveValue("0.5");
    await expect.element(field()).not.toHaveAttribute("aria-invalid");
  });

  test("the beginning of a number is left alone until the reader leaves", async () => {
    await render(<Weight onChange={() => {}} />);
    await userEvent.fill(field(), "-");
    await expect.element(field()).not.toHaveAttribute("aria-invalid");
    await userEvent.tab();
    await expect.element(field()).toHaveAttribute("aria-invalid", "true");
  });

  test("arrow keys step, Shift and Page by ten", async () => {
    const onChange = vi.fn();
    await render(<Weight onChange={onChange} />);
    await userEvent.click(field());
    await userEvent.keyboard("{ArrowUp}");
    await userEvent.keyboard("{Shift>}{ArrowUp}{/Shift}");
    await userEvent.keyboard("{PageDown}");
    expect(onChange.mock.calls.flat()).toEqual([0.6, 1.6, 0.6]);
  });
});

function Stride({ onChange }: { onChange: (value: number) => void }) {
  const [value, setValue] = useState(2);
  const change = (next: number) => {
    setValue(next);
    onChange(next);
  };
  const times = (count: number) => `${count} cells`;
  return (
    <Slider
      label="Stride"
      value={value}
      min={1}
      max={8}
      step={1}
      onChange={change}
      format={times}
    />
  );
}

describe("Slider", () => {
  test("arrows, Home, End and the buttons move it; the words say where it stands", async () => {
    const onChange = vi.fn();
    await render(<Stride onChange={onChange} />);
    const range = page.getByRole("slider", { name: "Stride" });
    await userEvent.tab();
    expect(document.activeElement).toBe(range.element());
    await userEvent.keyboard("{ArrowRight}{End}{Home}");
    await page.getByRole("button", { name: "Stride: more" }).click();
    expect(onChange.mock.calls.flat()).toEqual([3, 8, 1, 2]);
    await expect.element(range).toHaveAttribute("aria-valuetext", "2 cells");
    await expect.element(page.getByRole("status")).toHaveTextContent("2 cells");
  });

  test("a button at its end says so and does nothing", async () => {
    const onChange = vi.fn();
    await render(<Slider label="Depth" value={1} min={1} max={3} step={1} onChange={onChange} />);
    const less = page.getByRole("button", { name: "Depth: less" });
    await expect.element(less).toHaveAttribute("aria-disabled", "true");
    await less.click({ force: true });
    expect(onChange).not.toHaveBeenCalled();
  });
});

test("a choice is one tab stop, its arrows move the choice", async () => {
  const onChange = vi.fn();
  function Side() {
    const [value, setValue] = useState(3);
    return (
      <Choice
        label="Kernel side"
        value={value}
        options={[1, 3, 5].map((side) => ({ value: side, label: `${side} × ${side}` }))}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
      />
    );
  }
  await render(<Side />);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}{ArrowLeft}{ArrowLeft}");
  expect(onChange.mock.calls.flat()).toEqual([5, 3, 1]);
  await expect.element(page.getByRole("radio", { name: "1 × 1" })).toBeChecked();
});

test("a toggle is a switch, flipped by the space bar", async () => {
  const onChange = vi.fn();
  await render(<Toggle label="ReLU" checked={false} onChange={onChange} />);
  await userEvent.tab();
  await userEvent.keyboard(" ");
  expect(onChange).toHaveBeenCalledWith(true);
  await expect.element(page.getByRole("switch", { name: "ReLU" })).toBeVisible();
});

test("a select keeps its options' own values, and groups them", async () => {
  const onChange = vi.fn();
  const options = [
    { value: "street", label: "Street" },
    { value: "sobel-x", label: "Sobel x", group: "Edges" },
    { value: "sobel-y", label: "Sobel y", group: "Edges" },
  ] as const;
  await render(<Select label="Preset" value="street" options={options} onChange={onChange} />);
  await userEvent.selectOptions(page.getByLabelText("Preset"), "Sobel y");
  expect(onChange).toHaveBeenCalledWith("sobel-y");
  expect(document.querySelector("optgroup")!.label).toBe("Edges");
});

test("a value outside the options has a name of its own", async () => {
  const options = [{ value: "a", label: "A" }];
  await render(
    <Select label="Preset" value="?" options={options} onChange={() => {}} unlisted="Your own" />,
  );
  const select = page.getByLabelText("Preset").element() as HTMLSelectElement;
  expect(select.selectedOptions[0]!.textContent).toBe("Your own");
});

test("the same file can be chosen twice", async () => {
  const onFiles = vi.fn();
  await render(<FileButton label="Open a picture" accept="image/*" onFiles={onFiles} />);
  const file = new File(["x"], "a.png", { type: "image/png" });
  const input = page.getByLabelText("Open a picture");
  await userEvent.upload(input, file);
  await userEvent.upload(input, file);
  expect(onFiles.mock.calls.map(([files]) => files[0].name)).toEqual(["a.png", "a.png"]);
});

test("a disabled button keeps the focus, does nothing and says why", async () => {
  const onPress = vi.fn();
  await render(
    <Button onPress={onPress} disabled reason="Nothing to undo yet.">
      Undo
    </Button>,
  );
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(onPress).not.toHaveBeenCalled();
  const button = page.getByRole("button", { name: "Undo" });
  await expect.element(button).toHaveAccessibleDescription("Nothing to undo yet.");
  expect(document.activeElement).toBe(button.element());
});

test("the live region is there before its sentence", async () => {
  const screen = await render(<Message kind="note">{null}</Message>);
  const region = page.getByRole("status").element();
  expect(region.textContent).toBe("");
  await screen.rerender(<Message kind="note">The picture was cropped to a square.</Message>);
  expect(page.getByRole("status").element()).toBe(region);
  expect(region.textContent).toContain("cropped");
});

function Sheet() {
  const [value, setValue] = useState(0.4);
  const [side, setSide] = useState(3);
  const [on, setOn] = useState(true);
  const noop = () => {};
  return (
    <main className="sheet">
      <h1>Controls</h1>
      <Slider label="Learning rate" value={value} min={0} max={1} step={0.01} onChange={setValue} />
      <Slider
        label="Dilation"
        value={2}
        min={1}
        max={4}
        step={1}
        onChange={noop}
        disabled
        reason="The author holds this one still."
      />
      <NumberField label="Bias" value={value} min={-10} max={10} step={0.1} onChange={setValue} />
      <Choice
        label="Kernel side"
        value={side}
        options={[1, 2, 3, 5, 7].map((k) => ({
          value: k,
          label: `${k} × ${k}`,
          disabled: k === 7,
        }))}
        onChange={setSide}
      />
      <Select
        label="Preset"
        value="sobel"
        options={[
          { value: "box", label: "Box blur", group: "Blur" },
          { value: "sobel", label: "Sobel x", group: "Edges" },
        ]}
        onChange={noop}
      />
      <Toggle label="ReLU" checked={on} onChange={setOn} />
      <Toggle label="Bias" checked={false} onChange={noop} disabled reason="No bias here." />
      <div>
        <Button kind="primary" onPress={noop}>
          Run
        </Button>{" "}
        <Button onPress={noop}>Reset</Button>{" "}
        <Button onPress={noop} pressed>
          Grid
        </Button>{" "}
        <Button kind="quiet" onPress={noop}>
          Copy link
        </Button>{" "}
        <Button onPress={noop} disabled reason="Nothing to undo yet.">
          Undo
        </Button>{" "}
        <FileButton label="Open a picture" accept="image/*" onFiles={noop} />
      </div>
      <Message kind="note">The picture was cropped to a square.</Message>
      <Message kind="error">“notes.txt” is not a picture.</Message>
      <Message kind="busy">Opening the camera…</Message>
      <Disclosure summary="The code" open>
        <p>model = Conv2d(3, 8, 3)</p>
      </Disclosure>
    </main>
  );
}

describe.each(["light", "dark"])("the sheet of all controls, %s", (theme) => {
  test.each([1280, 320])(
    "has no accessibility fault and no sideways scroll at %d px",
    async (width) => {
      document.documentElement.dataset.theme = theme;
      document.documentElement.lang = "en";
      document.title = "Controls";
      await page.viewport(width, 900);
      await render(<Sheet />);
      await userEvent.fill(page.getByRole("spinbutton", { name: "Bias" }), "abc");
      document.body.style.background = "var(--ground)";
      document.body.style.color = "var(--ink)";
      await document.fonts.ready;
      const results = await axe.run(document.body, { rules: { region: { enabled: false } } });
      expect(results.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      const small = [...document.querySelectorAll("button, input, select, summary")].filter((e) => {
        const target = e.closest("label") ?? e;
        const { width: w, height: h } = target.getBoundingClientRect();
        return w < 24 || h < 24;
      });
      expect(small.map((e) => e.outerHTML)).toEqual([]);
      const folder = import.meta.env.VITE_SHEET;
      if (folder) await page.screenshot({ path: `${folder}/ui-${theme}-${width}.png` });
    },
  );
});

test("targets are 44 px tall on a projector", async () => {
  document.documentElement.dataset.projector = "";
  await page.viewport(1280, 900);
  await render(<Button onPress={() => {}}>Run</Button>);
  expect(page.getByRole("button").element().getBoundingClientRect().height).toBeGreaterThanOrEqual(
    44,
  );
});
