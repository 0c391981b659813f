import { fc, test as property } from "@fast-check/vitest";
import { beforeAll, describe, expect, it, test } from "vitest";
import arch from "../../../tests/golden/arch.json";
import type { ReceptiveFieldResult } from "../../compute/receptive-field";
import { firstFrame } from "../../widget-kit/first-frame";
import { createPictureShelf } from "../../widget-kit/picture/picture-shelf";
import { cases } from "./cases";
import { layersCodec, legalLayer } from "./layers-codec";
import definition from "./index";
import { createModel } from "./model";
import { networks, type NetworkId } from "./networks";
import { repair } from "./repair";
import { schema } from "./schema";
import { stackOf } from "./stack";
import type { FieldTracerState } from "./state";
import { atDepth, changeRun, lookAt, moveDepth, moveUnit, removeRun } from "./transitions";

const shelf = createPictureShelf(null);
const model = createModel(shelf);
const stateOf = (change: Partial<FieldTracerState> = {}) =>
  repair({ ...schema.defaults, ...change });
const derive = (
  change: Partial<FieldTracerState> = {},
  result: ReceptiveFieldResult | null = null,
) => model.derive(stateOf(change), result, {});

describe.each(cases)("case: $name", ({ state, facts }) => {
  const viewModel = derive(state);

  it.each(Object.entries(facts))("%s", (_, holds) => {
    expect(holds(viewModel)).toBe(true);
  });
});

/** The golden chains that the figure's stacks are. */
const golden: Partial<Record<NetworkId, string>> = {
  chain: "chain-99x3x3",
  strided: "stride2-199",
  "lenet-5": "lenet5-modern-28",
  alexnet: "alexnet-2012-groups",
  "vgg-16": "vgg16",
  "resnet-18": "resnet18-main-path",
};

interface Row {
  readonly out: readonly number[];
  readonly rf?: number;
  readonly jump?: number;
  readonly first_center?: number;
}

describe("the stacks", () => {
  it.each(Object.entries(golden))(
    "%s has PyTorch's sizes and fields, layer by layer",
    (net, id) => {
      const one = arch.cases.find((entry) => entry.id === id)!;
      const windows = ["conv", "maxpool", "avgpool"];
      const expected = (one.per_layer as readonly Row[])
        .filter((_, at) => windows.includes(one.layers[at]!.type))
        .map(({ out, rf, jump, first_center }) => [out[1], rf, jump, first_center]);
      const { sizes, fields, side } = stackOf({ net: net as NetworkId, layers: [], side: 0 });
      expect(side).toBe(one.input[1]);
      const shown = fields.map(({ size, jump, start }, at) => [sizes[at], size, jump, start]);
      expect(shown.slice(1, expected.length + 1)).toEqual(expected);
    },
  );

  it("see as far as the literature says", () => {
    const ends = Object.fromEntries(
      networks.map(({ id }) => {
        const { size, jump } = stackOf({ net: id, layers: [], side: 0 }).fields.at(-1)!;
        return [id, [size, jump]];
      }),
    );
    expect(ends).toEqual({
      chain: [199, 1],
      gridding: [13, 1],
      dilated: [15, 1],
      "dilated-199": [199, 1],
      strided: [511, 256],
      "lenet-5": [32, 4],
      alexnet: [195, 32],
      "vgg-16": [212, 32],
      "resnet-18": [435, 32],
      "mobilenet-v1": [315, 32],
    });
  });

  it("have VGG's names, and LeNet's", () => {
    const names = (net: NetworkId) =>
      stackOf({ net, layers: [], side: 0 }).layers.map(({ name }) => name);
    expect(names("vgg-16").slice(0, 4)).toEqual(["conv1_1", "conv1_2", "pool1", "conv2_1"]);
    expect(names("vgg-16").at(-1)).toBe("pool5");
    expect(names("lenet-5")).toEqual(["C1", "S2", "C3", "S4", "C5"]);
  });

  it("that see 199 spread differently: dilations look around, plain layers do not", () => {
    expect(derive({ net: "dilated-199" }).bell!.spread.rows).toBeCloseTo(Math.sqrt(1774), 9);
    expect(derive().bell!.spread.rows).toBeCloseTo(Math.sqrt(66), 10);
  });
});

describe("choosing a unit", () => {
  it("keeps the place when the depth changes", () => {
    const corner = stateOf({ net: "vgg-16", row: 0, column: 6 });
    const up = repair({ ...corner, ...atDepth(corner, 10) });
    expect(model.derive(up, null, {}).centre).toEqual({ row: 19.5, column: 211.5 });
    const input = repair({ ...corner, ...atDepth(corner, 0) });
    expect(input.depth).toBe(0);
    expect(model.derive(input, null, {}).field.size).toBe(1);
  });

  it("steps from where the last step led, however many come between two drawings", () => {
    let state = stateOf({ net: "vgg-16" });
    for (let press = 0; press < 5; press++) state = repair({ ...state, ...moveDepth(state, -1) });
    expect(state.depth).toBe(13);
    expect(moveDepth(state, 10)).toMatchObject({ depth: 18 });
    expect(moveDepth(state, -20)).toMatchObject({ depth: 0 });
  });

  it("by a pixel takes the unit that looks there", () => {
    const state = stateOf({ net: "vgg-16" });
    expect(lookAt(state, { row: 3, column: 223 })).toMatchObject({ row: 0, column: 6 });
    expect(moveUnit(state, -9, 1)).toMatchObject({ row: 0, column: 4 });
  });
});

describe("a stack in the reader's hands", () => {
  it("begins as the one that was shown", () => {
    const state = stateOf({ net: "lenet-5" });
    const changed = repair({ ...state, ...changeRun(state, 0, { kernelSize: 3 }) });
    expect(changed).toMatchObject({ net: "own", side: 28, depth: -1 });
    expect(changed.layers.map(({ kernelSize }) => kernelSize)).toEqual([3, 2, 5, 2, 5]);
    // A padding that the smaller kernel cannot bear went with it.
    expect(changed.layers[0]).toEqual({ kind: "conv", kernelSize: 3, padding: 2 });
    const shorter = repair({ ...changed, ...removeRun(changed, 1) });
    expect(shorter.layers).toHaveLength(4);
  });

  it("travels in a link", () => {
    const { state, notes } = schema.parse("1~net:own~layers:c7s2p3,m3s2p1,c3p1x4~side:224");
    expect(notes).toEqual([]);
    expect(model.derive(state, null, {}).field).toMatchObject({ size: 43, jump: 4 });
    expect(schema.serialize(state)).toContain("c7s2p3,m3s2p1,c3p1x4");
  });

  property.prop([
    fc.array(
      fc
        .record({
          kind: fc.constantFrom("conv", "depthwise", "maxPool", "averagePool"),
          kernelSize: fc.integer({ min: -1, max: 20 }),
          stride: fc.integer({ min: 0, max: 6 }),
          padding: fc.integer({ min: 0, max: 30 }),
          dilation: fc.integer({ min: 0, max: 50 }),
        } as const)
        .map(legalLayer),
      { minLength: 1, maxLength: 30 },
    ),
  ])("comes back from its text, and is legal", (layers) => {
    const codec = layersCodec([]);
    expect(codec.parse(codec.serialize(layers))).toEqual(layers);
    expect(layers.map(legalLayer)).toEqual(layers);
    const state = stateOf({ net: "own", layers, side: 100 });
    const { stack, unit, seen } = model.derive(state, null, {});
    expect(unit.row).toBeLessThan(stack.sizes[unit.depth]!);
    expect(seen.rows).toBeGreaterThan(0);
  });
});

describe("measured", () => {
  const state = stateOf({ net: "lenet-5", weights: "random", seeds: 30, channels: 8 });
  let result: ReceptiveFieldResult;
  beforeAll(async () => {
    result = (await firstFrame(definition, state, {})).result as ReceptiveFieldResult;
  });

  it("the squares spread as the paths do", () => {
    const { bell } = model.derive({ ...state, measure: "energy" }, result, {});
    expect(bell!.spread.rows / bell!.pathSpread.rows).toBeGreaterThan(0.85);
    expect(bell!.spread.rows / bell!.pathSpread.rows).toBeLessThan(1.15);
    expect(bell!.verdict).toMatch(/square spreads [01]\.\d+ times as far as the paths/);
    expect(bell!.waiting).toBeNull();
  });

  it("an answer to another question is not shown as this one's", () => {
    const { bell } = model.derive({ ...state, seeds: 29 }, result, {});
    expect(bell!.title).toBe("Equal weights, exact");
    expect(bell!.waiting).toMatch(/on its way/);
  });

  it("shows the seeds that are done while others are on their way, and says how many", () => {
    const part = { ...result, seeds: result.seeds.slice(0, 3) };
    const { bell } = model.derive(state, part, {});
    expect(bell!.title).toBe("Random weights, ReLU, 8 channels, 3 of 30 seeds");
    expect(bell!.progress).toEqual({ done: 3, of: 30 });
    expect(bell!.waiting).toMatch(/goes on/);
    expect(bell!.shares.data).toBe(part.size.data);
  });

  it("costs no more than a page may take, whatever is asked", () => {
    const greedy = stateOf({ weights: "random", channels: 16, seeds: 100 });
    expect(greedy.seeds).toBeLessThan(20);
    expect(derive(greedy).most.seeds).toBeGreaterThanOrEqual(greedy.seeds);
  });
});

test("the sentence says what the unit sees and what counts, but gives no prediction away", () => {
  expect(model.describe(derive())).toBe(
    "Unit (0, 0) of conv 99, layer 99 of 99 has a receptive field of 199 × 199 pixels, all on the " +
      "picture; its neighbours look 1 pixel away.",
  );
  expect(model.describe(derive({ depth: 20 }))).toMatch(
    /41 × 41 pixels.* 95 % of the influence lies in the 17 × 17 around its middle, 17 % of/,
  );
});

test("in a corner only what lies on the picture is counted", () => {
  const layers = Array.from(
    { length: 8 },
    () => ({ kind: "conv", kernelSize: 3, padding: 1 }) as const,
  );
  const { bell, seen } = derive({ net: "own", layers, side: 32, row: 0, column: 0 });
  expect([seen.rows, bell!.spread.square]).toEqual([9, 11]);
  // 6 × 6 of the square lie there, of 9 × 9 that are seen.
  expect(bell!.verdict).toContain("in the 11 × 11 around its middle, 44 % of the pixels it sees");
});

test("a pixel's share is followed back to its two axes", () => {
  expect(derive().bell!.trace).toBe(
    "Pixel (99, 99): row’s share 0.049 × column’s share 0.049 = 0.0024",
  );
});

test("sizes are written as the sums that make them", () => {
  expect(derive().facts[0]).toMatchObject({ value: "199 × 199", work: "1 + 99 × 2" });
  expect(derive({ net: "lenet-5" }).facts[0]!.work).toBe("1 + 4 + 1 + 4 · 2 + 1 · 2 + 4 · 4");
});

test("the code checks the numbers shown", () => {
  for (const { code } of model.code(stateOf({ net: "vgg-16" })))
    expect(code).toMatch(/assert|throw/);
  expect(model.code(stateOf({ net: "vgg-16" }))[2]!.code).toContain("== (212, 32, 15.5)");
});
