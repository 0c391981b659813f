import axe from "axe-core";
import { useState } from "react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { idleEngine } from "../../../widget-kit/engine-source";
import { model } from "./model";
import { schema, type State } from "./schema";
import { View } from "./view";

function Stage({ pinned = [] }: { pinned?: readonly (keyof State)[] }) {
  const [state, setState] = useState(schema.defaults);
  return (
    <View
      id="stage"
      state={state}
      set={(change) =>
        setState((old) => ({ ...old, ...(typeof change === "function" ? change(old) : change) }))
      }
      reset={() => setState(schema.defaults)}
      model={model.derive(state, null, {})}
      computed={{ status: "idle", result: null }}
      assets={{}}
      setAssets={() => {}}
      pinned={new Set(pinned)}
      stills={{}}
      engine={idleEngine()}
    />
  );
}

test("an arrow key turns the kernel by one position", async () => {
  const screen = await render(<Stage />);
  screen.getByRole("slider", { name: "Direction" }).element().focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect
    .element(screen.getByRole("img", { name: "Response of the kernel turned to 60°" }))
    .toBeInTheDocument();
});

test("a pinned direction cannot be changed", async () => {
  const screen = await render(<Stage pinned={["angle"]} />);
  await expect.element(screen.getByRole("slider", { name: "Direction" })).toBeDisabled();
});

test("axe finds nothing", async () => {
  const { container } = await render(<Stage />);
  const { violations } = await axe.run(container);
  expect(violations.map(({ id }) => id)).toEqual([]);
});
