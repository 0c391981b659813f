import axe from "axe-core";
import { useMemo, useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { ConvStackResult } from "../../compute/types";
import { idleEngine } from "../../widget-kit/engine-source";
import { firstFrame } from "../../widget-kit/first-frame";
import { createPictureShelf } from "../../widget-kit/picture/picture-shelf";
import definition from "./index";
import { createModel } from "./model";
import { repair } from "./repair";
import { schema } from "./schema";
import type { ShrinkState } from "./state";
import { View } from "./view";

const model = createModel(createPictureShelf(null));
const first = repair({ ...schema.defaults, picture: "digit", side: 41, depth: 3 });
const answers = new Map<string, ConvStackResult>();
for (const change of [{}, { side: 40 }, { side: 41, padding: 1 }]) {
  const state = repair({ ...first, ...change });
  const { result } = await firstFrame({ ...definition, model }, state, {});
  answers.set(`${state.side} ${state.padding}`, result as ConvStackResult);
}

function Stage({ pinned = [] }: { readonly pinned?: readonly (keyof ShrinkState)[] }) {
  const [state, setState] = useState(first);
  const result = answers.get(`${state.side} ${state.padding}`) ?? null;
  const viewModel = useMemo(() => model.derive(state, result, {}), [state, result]);
  return (
    <View
      id="stage"
      state={state}
      set={(change) =>
        setState((old) =>
          repair({ ...old, ...(typeof change === "function" ? change(old) : change) }),
        )
      }
      reset={() => setState(first)}
      model={viewModel}
      computed={{ status: "idle", result: null }}
      assets={{}}
      setAssets={() => {}}
      pinned={new Set(pinned)}
      stills={{}}
      engine={idleEngine()}
    />
  );
}

beforeEach(() => sessionStorage.clear());

test("keys go through the depths, and the cell's sum is written out", async () => {
  const screen = await render(<Stage />);
  screen.getByRole("slider", { name: "Position" }).element().focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  await expect.element(screen.getByText("Layer 5: 3×3")).toBeInTheDocument();
  await expect.element(screen.getByRole("img", { name: "Map at depth 4" })).toBeInTheDocument();
  screen.getByRole("slider", { name: "Map at depth 5" }).element().focus();
  await userEvent.keyboard("{Home}{ArrowDown}");
  await expect.element(screen.getByText(/^row \d+, column 0$/)).toBeInTheDocument();
  await expect
    .element(screen.getByRole("table", { name: "Numbers under the window" }))
    .toBeInTheDocument();
});

test("a thumb takes to its depth", async () => {
  const screen = await render(<Stage />);
  await screen.getByRole("button", { name: "Depth 20: 1 by 1" }).click();
  await expect.element(screen.getByText("Layer 20: 3×3")).toBeInTheDocument();
});

test("the guess is kept beside the answer, and the chain is printed in full", async () => {
  const screen = await render(<Stage />);
  await screen.getByRole("button", { name: "Predict, then look" }).click();
  await expect.element(screen.getByText("99 layers")).toBeInTheDocument();
  expect(document.body.textContent).toContain("41x41 > 39x39 > 37x37");
  await expect.element(screen.getByText("Every size, printed")).not.toBeInTheDocument();
});

test("a chain that does not arrive says why, and takes the nearest remedy", async () => {
  const screen = await render(<Stage />);
  await screen.getByRole("radio", { name: "1", exact: true }).nth(1).click({ force: true });
  await expect.element(screen.getByText(/one could go on for ever/)).toBeInTheDocument();
  await screen.getByRole("button", { name: "Padding 0" }).click();
  await expect.element(screen.getByText(/one could go on for ever/)).not.toBeInTheDocument();
});

test("pinned fields cannot be changed", async () => {
  const screen = await render(<Stage pinned={["side", "kernelSize", "kernel"]} />);
  await expect.element(screen.getByRole("slider", { name: "Side of the picture" })).toBeDisabled();
  await expect.element(screen.getByRole("combobox", { name: "Kernels" })).toBeDisabled();
});

test("axe finds nothing", async () => {
  const { container } = await render(<Stage />);
  const { violations } = await axe.run(container);
  expect(violations.map(({ id }) => id)).toEqual([]);
});
