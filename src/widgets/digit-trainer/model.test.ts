import { describe, expect, it, test } from "vitest";
import { firstFrame } from "../../widget-kit/first-frame";
import { blocksCodec, usualBlocks } from "./blocks";
import { cases } from "./cases";
import { fitNetwork } from "./fit";
import definition from "./index";
import { codeExamples } from "./code";
import { createModel } from "./model";
import { createPlanner, planOf } from "./plan";
import { choosePreset, presetOf, presets } from "./presets";
import { schema } from "./schema";

const model = createModel();
const stateOf = (change: object) => ({ ...schema.defaults, ...change });

test.each(cases)("$name", async ({ state: change, facts }) => {
  const state = stateOf(change);
  const { result } = await firstFrame(definition, state, {});
  const viewModel = model.derive(state, result as never, {});
  const broken = Object.entries(facts).filter(([, holds]) => !holds(viewModel));
  expect(broken.map(([fact]) => fact)).toEqual([]);
});

describe("the network of a state", () => {
  const fit = (change: object, side = 28) => fitNetwork(stateOf(change), [side, side, 1], 10);

  it("is the book's first one untouched", () => {
    const { summary, notes } = fit({});
    expect([summary.parameters, summary.macs]).toEqual([9098, 290_080]);
    expect(notes).toEqual([]);
  });

  it("pads a kernel that is larger than its map, and says so", () => {
    const block = { filters: 4, size: 7, padding: "valid", stride: 2, pool: "max" };
    const { blocks, notes } = fit({ blocks: [block, block, block] });
    expect(blocks.map(({ padding }) => padding)).toEqual(["valid", "same", "same"]);
    expect(notes[0]).toMatch(/^Block 2 gets maps of 5 × 5, too small for a 7 × 7 kernel/);
  });

  it("makes a batch smaller that no step could carry", () => {
    const block = { filters: 32, size: 7, padding: "same", stride: 1, pool: "none" };
    const { batch, notes, summary } = fit({ blocks: [block, block, block], batch: 512 });
    expect(batch * summary.macs).toBeLessThanOrEqual(2e9);
    expect((batch + 1) * summary.macs).toBeGreaterThan(2e9);
    expect(notes.at(-1)).toContain(`batches have ${batch}`);
  });
});

it("comes back from a link block by block, and refuses what is none", () => {
  const codec = blocksCodec(usualBlocks);
  expect(codec.serialize(usualBlocks)).toBe("8k3s1m-16k3s1m");
  expect(codec.parse("8k3s1m-16k3s1m")).toEqual(usualBlocks);
  for (const text of [
    "",
    "0k3s1m",
    "33k3s1m",
    "8k4s1m",
    "8k3s3m",
    "8k3s1m-",
    "8k3s1m-8k3s1m-8k3s1m-8k3s1m-8k3s1m",
  ])
    expect(codec.parse(text)).toBeNull();
});

it.each(presets)("preset “$label” is legal and known again", ({ id }) => {
  const state = stateOf(choosePreset(id));
  expect(schema.repair!(state)).toEqual(state);
  expect(presetOf(state)).toBe(id);
});

it("moves its examples when asked to, and says so in every language that can", () => {
  expect(planOf(stateOf({}), undefined).augmentation).toBeUndefined();
  const moved = stateOf({ moved: true });
  expect(planOf(moved, undefined).augmentation).toEqual({ shift: 2, turn: 10, stretch: 0.1 });
  const planner = createPlanner();
  expect(planner(moved, undefined)).not.toBe(planner(stateOf({}), undefined));
  const [torch, tfjs] = codeExamples(moved);
  expect(torch!.code).toContain("network(moved(pictures[batch]))");
  expect(tfjs!.code).toContain("this program takes them as they are");
  expect(codeExamples(stateOf({}))[0]!.code).not.toContain("moved");
});
