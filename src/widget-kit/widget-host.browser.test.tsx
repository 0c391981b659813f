import axe from "axe-core";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Compute, RenderResult } from "../compute/types";
import { createEngineSource, idleEngine, type EngineSource } from "./engine-source";
import { GainHost } from "./fixture/gain-host";
import "../ui/font.css";
import "../ui/tokens.css";

let engine: EngineSource;

beforeEach(() => {
  history.replaceState(null, "", location.pathname);
  engine = createEngineSource({ tier: "cpu" });
});
afterEach(async () => {
  if (engine.status()) await (await engine.compute()).dispose();
  delete document.documentElement.dataset["theme"];
});

const gain = (id = "g") => page.getByRole("slider", { name: `Gain of ${id}` });
const summary = () => document.querySelector(".kit-summary")!;
const settled = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Follows a link inside the page, as pasting or the back button does. */
async function visit(hash: string) {
  const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
  location.hash = hash;
  await changed;
}

describe("the served page", () => {
  test("reads well and carries no style attribute", () => {
    const html = renderToString(<GainHost engine={idleEngine()} />);
    expect(html).not.toMatch(/\sstyle=/);
    const page = new DOMParser().parseFromString(html, "text/html");
    expect(page.querySelector("h3")!.textContent).toBe("A ramp, louder");
    expect(page.querySelector(".kit-summary")!.textContent).toBe(
      "The ramp times 1 runs from 0 to 1.",
    );
    expect(page.querySelector("figcaption")!.textContent).toBe("A ramp and its multiple.");
    expect(page.querySelector("pre")!.textContent).toBe("y = 1 * x");
  });

  test("is taken over without a mismatch, also when the link says something else", async () => {
    history.replaceState(null, "", "#w.g=1~gain:3");
    const box = document.createElement("div");
    document.body.append(box);
    box.innerHTML = renderToString(<GainHost engine={idleEngine()} />, { identifierPrefix: "g" });
    const faults = vi.fn();
    const onReady = vi.fn();
    const root = hydrateRoot(box, <GainHost engine={engine} onReady={onReady} />, {
      identifierPrefix: "g",
      onRecoverableError: faults,
    });
    await expect.element(gain()).toHaveValue("3");
    expect(faults).not.toHaveBeenCalled();
    expect(onReady).toHaveBeenCalledTimes(1);
    root.unmount();
    box.remove();
  });
});

describe("the link", () => {
  test("follows the state, and is empty at the author's", async () => {
    await render(<GainHost engine={engine} />);
    await gain().fill("2");
    await expect.poll(() => location.hash).toBe("#w.g=1~gain:2");
    await gain().fill("1");
    await expect.poll(() => location.hash).toBe("");
  });

  test("sets the state when it is pasted, and the back button undoes it", async () => {
    await render(<GainHost engine={engine} />);
    await visit("#w.g=1~gain:-3");
    await expect.element(gain()).toHaveValue("-3");
    await visit("#w.g=1~gain:4");
    await expect.element(gain()).toHaveValue("4");
    history.back();
    await expect.element(gain()).toHaveValue("-3");
  });

  test("to a heading leaves the figure as it is", async () => {
    await render(<GainHost engine={engine} />);
    await gain().fill("3");
    await visit("#some-heading");
    await settled(500);
    await expect.element(gain()).toHaveValue("3");
    expect(location.hash).toBe("#some-heading");
  });

  test("of two figures holds both", async () => {
    await render(
      <>
        <GainHost id="a" engine={engine} />
        <GainHost id="b" engine={engine} />
      </>,
    );
    await gain("a").fill("2");
    await gain("b").fill("3");
    await expect.poll(() => location.hash).toBe("#w.a=1~gain:2&w.b=1~gain:3");
  });

  test.each(["#%E0%A4%A", "#w.g=%E0%A4%A", "#w.g=99~gain:2", "#w.g=1~__proto__:2~gain:abc"])(
    "%s is harmless, and what is wrong with it is said",
    async (hash) => {
      history.replaceState(null, "", hash);
      await render(<GainHost engine={engine} />);
      await expect.element(gain()).toHaveValue("1");
      const notes = () => document.querySelectorAll(".kit-notes li").length;
      if (hash.includes("w.g")) await expect.poll(notes).toBeGreaterThan(0);
      else expect(notes()).toBe(0);
    },
  );

  test("cannot change what the author holds still", async () => {
    history.replaceState(null, "", "#w.g=1~gain:3~tone:signed");
    await render(<GainHost engine={engine} pinned={["gain"]} />);
    await expect.element(page.getByRole("radio", { name: "Signed" })).toBeChecked();
    await expect.element(gain()).toHaveValue("1");
    expect(document.querySelector(".kit-notes")!.textContent).toContain("holds “gain” still");
  });

  test("is copied with this figure's state alone", async () => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    history.replaceState(null, "", "#w.other=1~x:1");
    await render(<GainHost engine={engine} />);
    await gain().fill("2");
    await page.getByRole("button", { name: "Copy link" }).click();
    expect(write.mock.calls[0]![0]).toBe(`${location.origin}${location.pathname}#w.g=1~gain:2`);
    await expect.element(page.getByText("Copied.")).toBeVisible();
    write.mockRestore();
  });
});

test("reset brings back the author's state, and says when there is nothing to reset", async () => {
  await render(<GainHost engine={engine} />);
  const reset = page.getByRole("button", { name: "Reset this figure" });
  await expect.element(reset).toHaveAttribute("aria-disabled", "true");
  await gain().fill("2");
  await expect.element(reset).not.toHaveAttribute("aria-disabled");
  await reset.click();
  await expect.element(gain()).toHaveValue("1");
  await expect.poll(() => location.hash).toBe("");
});

test("the engine's answer reaches the words, the badge and the table", async () => {
  await render(<GainHost engine={engine} />);
  await gain().fill("-2");
  const words = vi.fn(() => summary().textContent);
  await expect.poll(words, { timeout: 4000 }).toBe("The ramp times −2 runs from −2 to 0.");
  const said = new Set(words.mock.results.map(({ value }) => value));
  expect([...said].filter((text) => text !== "The ramp times 1 runs from 0 to 1.")).toHaveLength(1);
  await expect
    .element(page.getByText(/Computed on this machine: the book’s own loops · .*ms/))
    .toBeVisible();
  expect(document.querySelector("table")).toBeNull();
  await page.getByText("The numbers as a table").click();
  await expect.element(page.getByRole("cell", { name: "−2 to 0" })).toBeVisible();
});

test("the words are silent until the reader acts, then spoken seldom, and end with the last", async () => {
  await render(<GainHost engine={engine} />);
  expect(summary().getAttribute("aria-live")).toBe("off");
  const spoken = vi.fn();
  const observer = new MutationObserver(() => spoken(summary().textContent));
  observer.observe(summary(), { characterData: true, childList: true, subtree: true });
  for (let i = 0; i < 30; i++) await gain().fill(String((i % 8) - 3));
  await gain().fill("4");
  await expect.poll(() => summary().textContent, { timeout: 6000 }).toContain("from 0 to 4");
  expect(summary().getAttribute("aria-live")).toBe("polite");
  expect(spoken.mock.calls.length).toBeLessThanOrEqual(4);
  observer.disconnect();
});

describe("the reader", () => {
  const tier = () => page.getByRole("combobox", { name: "Compute on" });

  async function openChoice() {
    await page.getByText(/Computed on this machine/).click();
    await expect.element(tier()).toBeVisible();
  }

  test("has the numbers made elsewhere, by key too", async () => {
    await render(<GainHost engine={engine} />);
    await openChoice();
    await userEvent.selectOptions(tier(), "WASM: any processor");
    await expect.element(page.getByText(/Computed on this machine: WASM/)).toBeVisible();
    expect(engine.asked()).toBe("wasm");
  });

  test("hears why a tier cannot be had, and all stays as it was", async () => {
    const switchTier = vi.fn().mockRejectedValue(new Error("There is no WebGL here."));
    await render(<GainHost engine={{ ...engine, switchTier }} />);
    await openChoice();
    await userEvent.selectOptions(tier(), "WebGL: graphics processor");
    await expect
      .element(page.getByRole("alert").filter({ hasText: "no WebGL" }))
      .toHaveTextContent("There is no WebGL here. All stays as it was.");
    await expect
      .element(page.getByText(/Computed on this machine: the book’s own loops/))
      .toBeVisible();
  });
});

test("a storm on a control draws the figure once a frame, and ends with the last", async () => {
  await render(<GainHost engine={engine} />);
  const range = gain().element() as HTMLInputElement;
  const drawn = vi.fn();
  const observer = new MutationObserver(drawn);
  observer.observe(document.querySelector("[data-gain]")!, { attributeFilter: ["data-gain"] });
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
  for (let i = 1; i <= 1000; i++) {
    write.call(range, String((i % 8) - 4));
    range.dispatchEvent(new InputEvent("input", { bubbles: true }));
    expect(range.value).toBe(String((i % 8) - 4));
  }
  await settled(100);
  expect(drawn.mock.calls.length).toBeLessThanOrEqual(2);
  await expect.element(gain()).toHaveValue("-4");
  await expect.poll(() => location.hash).toBe("#w.g=1~gain:-4");
  observer.disconnect();
});

test("steps within one frame are all taken", async () => {
  await render(<GainHost engine={engine} />);
  const more = page.getByRole("button", { name: "Gain of g: more" }).element() as HTMLElement;
  for (let press = 0; press < 3; press++) more.click();
  await expect.element(gain()).toHaveValue("4");
});

describe("a figure that fails", () => {
  test("fails alone, and comes back", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    await render(
      <>
        <GainHost id="a" engine={engine} />
        <GainHost id="b" engine={engine} />
      </>,
    );
    await page.getByRole("radio", { name: "Broken" }).first().click();
    await expect.element(page.getByText("The view has a fault.")).toBeVisible();
    await gain("b").fill("3");
    await expect.element(gain("b")).toHaveValue("3");

    await page.getByRole("button", { name: "Start over" }).click();
    await expect.element(gain("a")).toHaveValue("1");
    log.mockRestore();
  });

  test("fails again from the same link, and starts over without it", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    history.replaceState(null, "", "#w.g=1~tone:broken");
    await render(<GainHost engine={engine} />);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("The view has a fault.")).toBeVisible();
    await page.getByRole("button", { name: "Start over" }).click();
    await expect.element(gain()).toHaveValue("1");
    expect(location.hash).toBe("");
    log.mockRestore();
  });

  test("to compute keeps its last picture and words, and can be asked again", async () => {
    const compute = vi
      .fn(engine.compute)
      .mockRejectedValueOnce(new Error("The engine did not load."));
    await render(<GainHost engine={{ ...engine, compute }} />);
    await expect.element(page.getByRole("alert")).toHaveTextContent("The engine did not load.");
    expect(summary().textContent).toBe("The ramp times 1 runs from 0 to 1.");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText(/Computed on this machine/)).toBeVisible();
    await expect.element(page.getByRole("alert")).toHaveTextContent("");
  });
});

test("a figure off screen asks for nothing until it is scrolled to", async () => {
  const compute = vi.fn(engine.compute);
  await render(
    <>
      <div className="far-above" />
      <GainHost engine={{ ...engine, compute }} />
    </>,
  );
  // Above the figure stands more than a window.
  document.querySelector<HTMLElement>(".far-above")!.style.height = "3000px";
  await settled(300);
  const before = compute.mock.calls.length;
  history.replaceState(null, "", "#w.g=1~gain:2");
  dispatchEvent(new HashChangeEvent("hashchange"));
  await settled(300);
  expect(compute.mock.calls.length).toBe(before);
  document.querySelector("figure")!.scrollIntoView();
  await expect.poll(() => summary().textContent, { timeout: 4000 }).toContain("from 0 to 2");
  expect(compute.mock.calls.length).toBe(before + 1);
});

/** An engine that remembers every answer it gave. */
function watched(source: EngineSource) {
  const answers: RenderResult[] = [];
  const compute = async (): Promise<Compute> => {
    const real = await source.compute();
    const run: Compute["run"] = async (request, options) => {
      const answer = await real.run(request, options);
      answers.push(answer as unknown as RenderResult);
      return answer;
    };
    return { ...real, run };
  };
  return { engine: { ...source, compute } satisfies EngineSource, answers };
}

test("ten mounts and unmounts leave no listener, no bitmap and no tensor", async () => {
  const { engine: own, answers } = watched(engine);
  const added = vi.spyOn(window, "addEventListener");
  const removed = vi.spyOn(window, "removeEventListener");
  for (let round = 0; round < 10; round++) {
    const screen = await render(<GainHost engine={own} />);
    await gain().fill(String((round % 4) - 4));
    await expect.poll(() => answers.length).toBeGreaterThan(round);
    await expect.element(page.getByText(/Computed on this machine/)).toBeVisible();
    await screen.unmount();
  }
  const ours = ([type]: readonly unknown[]) => type === "hashchange" || type === "pagehide";
  const listening = added.mock.calls.filter(ours).length;
  expect(listening).toBeGreaterThanOrEqual(20);
  expect(removed.mock.calls.filter(ours)).toHaveLength(listening);
  added.mockRestore();
  removed.mockRestore();
  const bitmaps = answers.map((answer) => answer.pictures["out"]!.bitmap);
  expect(bitmaps.length).toBeGreaterThanOrEqual(10);
  expect(bitmaps.every((bitmap) => bitmap instanceof ImageBitmap && bitmap.width === 0)).toBe(true);
  expect((await engine.compute()).status().memory.tensors).toBe(0);
});

describe.each(["light", "dark"])("the frame, %s", (theme) => {
  test.each([1280, 320])(
    "has no accessibility fault and no sideways scroll at %d px",
    async (width) => {
      document.documentElement.dataset["theme"] = theme;
      document.documentElement.lang = "en";
      document.title = "A figure";
      document.body.style.background = "var(--ground)";
      await page.viewport(width, 900);
      history.replaceState(null, "", "#w.g=1~gain:9");
      await render(
        <main>
          <h2>Figures</h2>
          <GainHost engine={engine} />
        </main>,
      );
      await expect.element(page.getByText(/Computed on this machine/)).toBeVisible();
      await page.getByText("The same in code").click();
      await page.getByText("The numbers as a table").click();
      await document.fonts.ready;
      const rules = { region: { enabled: false }, "page-has-heading-one": { enabled: false } };
      const results = await axe.run(document.body, { rules });
      expect(results.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      const folder = import.meta.env["VITE_SHEET"];
      if (folder) await page.screenshot({ path: `${folder}/kit-${theme}-${width}.png` });
    },
  );
});

test("the keyboard alone changes the state, opens the code and copies", async () => {
  await render(<GainHost engine={engine} />);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(gain()).toHaveValue("2");
  const names: (string | null)[] = [];
  await expect.element(page.getByText(/Computed on this machine/)).toBeVisible();
  for (let i = 0; i < 6; i++) {
    await userEvent.tab();
    names.push(document.activeElement!.textContent);
  }
  expect(names.toSpliced(3, 1)).toEqual([
    "",
    "Reset",
    "Copy link",
    "The numbers as a table",
    "The same in code",
  ]);
  await userEvent.keyboard("{Enter}");
  await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}");
  await expect
    .element(page.getByRole("group", { name: "NumPy code" }))
    .toHaveTextContent("y = np.multiply(x, 2)");
});
