import { describe, expect, it, test } from "vitest";
import { fc } from "@fast-check/vitest";
import type { ConvStackRequest, ConvStackResult } from "../../compute/types";
import { influence } from "../../core/receptive-field/influence";
import { profileDeviation } from "../../core/receptive-field/profile";
import { sizeChain } from "../../core/receptive-field/window-step";
import { firstFrame } from "../../widget-kit/first-frame";
import { createPictureShelf } from "../../widget-kit/picture/picture-shelf";
import { chainOf, layerName } from "./chain";
import { costOf } from "./costs";
import definition from "./index";
import { createKernelSource, kernelKinds } from "./kernels";
import { createModel } from "./model";
import { sizeProfile } from "./profile";
import { remediesFor } from "./remedies";
import { largestSide, repair } from "./repair";
import { isRoad, roadsFrom } from "./roads";
import { schema } from "./schema";
import type { ShrinkState } from "./state";
import { goTo } from "./transitions";
import { troubleText } from "./words";

const model = createModel(createPictureShelf(null));
const state = (change: Partial<ShrinkState> = {}): ShrinkState =>
  repair({ ...schema.defaults, picture: "zone-plate", ...change });

async function answer(of: ShrinkState): Promise<ConvStackResult> {
  return (await firstFrame({ ...definition, model }, of, {})).result as ConvStackResult;
}

describe("the chain", () => {
  it("prints the notes' own list, 199x199 to 1x1", () => {
    const text = model.derive(state(), null, {}).chainText;
    expect(text).toBe(
      Array.from({ length: 100 }, (_, depth) => `${199 - 2 * depth}x${199 - 2 * depth}`).join(
        " > ",
      ),
    );
  });

  it.each([
    [3, 1, 0],
    [3, 2, 1],
    [5, 1, 0],
    [2, 1, 1],
    [7, 3, 3],
    [4, 2, 2],
  ])("of %s×%s windows is core's own chain of sizes", (kernelSize, stride, padding) => {
    for (const side of [199, 200, 64, 13, kernelSize + 1]) {
      const { sides, ending } = chainOf(state({ side, kernelSize, stride, padding }));
      const expected = sizeChain(side, [{ kernelSize, stride, padding }]);
      // Core leaves out a round that changes nothing; a chain of only that shows it once.
      if (expected.length > 1) expect(sides).toEqual(expected);
      else expect([sides.length, ending]).toEqual([2, "stuck"]);
    }
  });

  it("with dilation doubled takes 1, 2, 4, 8, 16, 32, and the 36 that are left", () => {
    const { layers, ending } = chainOf(state({ dilation: "double" }));
    expect(layers.map(({ dilation }) => dilation)).toEqual([1, 2, 4, 8, 16, 32, 36]);
    expect(ending).toBe("one");
  });

  it("by turns with pools is the design's", () => {
    const { sides } = chainOf(state({ pool: "max" }));
    expect(sides).toEqual([199, 197, 98, 96, 48, 46, 23, 21, 10, 8, 4, 2, 1]);
  });

  it("may end in one mean over all", () => {
    const { layers, sides } = chainOf(state({ averageAt: 7 }));
    expect(sides.slice(-3)).toEqual([9, 7, 1]);
    expect(layerName(layers.at(-1)!)).toBe("mean of 7×7");
  });

  it("ends for every recipe, and says why where it does not arrive", () => {
    const recipes = fc.record({
      side: fc.integer({ min: 3, max: 512 }),
      kernelSize: fc.integer({ min: 2, max: 40 }),
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.nat(3),
      dilation: fc.constantFrom("1", "2", "4", "double"),
      pool: fc.constantFrom("none", "max", "average"),
      every: fc.integer({ min: 1, max: 6 }),
      poolSize: fc.integer({ min: 2, max: 3 }),
      averageAt: fc.constantFrom(0, 7),
    });
    fc.assert(
      fc.property(recipes, (change) => {
        const legal = state(change as Partial<ShrinkState>);
        const { sides, ending } = chainOf(legal);
        expect(ending === "one").toBe(sides.at(-1) === 1);
        expect(troubleText(legal, chainOf(legal)) === null).toBe(ending === "one");
        for (const { change: cure } of remediesFor(legal))
          expect(chainOf({ ...legal, ...cure }).sides.at(-1)).toBe(1);
        expect(repair(legal)).toEqual(legal);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the price", () => {
  it("of the plain chain is 891 weights, 990 parameters and Σ 9·side² MACs", () => {
    const cost = costOf(chainOf(state()));
    let [macs, kept] = [0, 0];
    for (let side = 197; side >= 1; side -= 2) {
      macs += 9 * side * side;
      kept += side * side;
    }
    expect([cost.weights, cost.parameters, cost.macs, cost.kept]).toEqual([891, 990, macs, kept]);
    expect(macs).toBe(11_643_291);
    expect(cost.layers[0]!.macs).toBe(349_281);
    expect(cost.spread).toBeCloseTo(Math.sqrt((99 * 2) / 3), 10);
  });

  it("of the other roads is the chapter's", () => {
    const roads = Object.fromEntries(roadsFrom(199).map((road) => [road.id, road]));
    const of = (id: string) => [
      roads[id]!.chain.layers.length,
      roads[id]!.cost.weights,
      roads[id]!.cost.field,
    ];
    expect(of("plain")).toEqual([99, 891, 199]);
    expect(of("stride")[0]).toBe(8);
    expect(of("dilated")).toEqual([7, 63, 199]);
    expect(of("one")).toEqual([1, 39_601, 199]);
    expect(roads["one"]!.cost.macs).toBe(39_601);
    expect(of("average")).toEqual([97, 864, 199]);
    expect(roads["dilated"]!.cost.spread).toBeCloseTo(42, 0);
    const taken = state({ pool: "max" });
    expect(Object.keys(roads).filter((id) => isRoad(roads[id]!, taken))).toEqual(["pool"]);
    expect(isRoad(roads["pool"]!, { ...taken, every: 2 })).toBe(false);
  });

  it("has a spread that counting the paths gives too", () => {
    for (const { chain, cost } of roadsFrom(101)) {
      const paths = influence(chain.layers);
      expect(cost.field).toBe(paths.length);
      expect(cost.spread).toBeCloseTo(profileDeviation(paths), 8);
    }
  });

  it("is bounded: a larger picture than all maps can be kept of is brought down", () => {
    const tight = state({ side: 512, kernelSize: 2 });
    expect(tight.side).toBe(largestSide(tight));
    expect(tight.side).toBeLessThan(512);
    expect(model.derive(tight, null, {}).sideLimit.reason).toMatch(/too much/);
    expect(state({ side: 512 }).side).toBe(512);
  });
});

test.each<[Partial<ShrinkState>, RegExp]>([
  [{ side: 200 }, /takes 2 away, so an even side stays even/],
  [{ side: 200, dilation: "double" }, /takes an even number away, so an even side stays even/],
  [{ side: 200, kernelSize: 4 }, /takes 3 away, and 200 − 1 is no multiple of 3/],
  [{ side: 200, kernelSize: 4, dilation: "double" }, /takes a multiple of 3 away, and 200 − 1/],
  [{ side: 64, padding: 1 }, /go on for ever\.$/],
  [{ side: 200, stride: 3 }, /there is no output\.$/],
])("a chain of %o says why it does not arrive", (change, why) => {
  const here = state(change);
  expect(troubleText(here, chainOf(here))).toMatch(why);
});

test("a stuck chain offers the nearest settings that arrive", () => {
  expect(remediesFor(state({ side: 200 }))[0]).toMatchObject({ change: { side: 199 } });
  const padded = remediesFor(state({ padding: 1 })).map(({ change }) => change);
  expect(padded).toContainEqual({ padding: 0 });
  expect(padded).toContainEqual({ stride: 2 });
  expect(remediesFor(state())).toEqual([]);
});

describe("the kernels", () => {
  const kernels = createKernelSource();
  const sum = (values: Float32Array) => values.reduce((all, one) => all + one, 0);

  it.each([2, 3, 5, 8, 11])("of side %s have the sums they should", (size) => {
    for (const kind of kernelKinds) {
      const [first, later] = [0, 3].map((layer) =>
        kernels({ kind, size, gain: 1, seed: 1 }, layer),
      ) as [Float32Array, Float32Array];
      expect(first).toHaveLength(size * size);
      if (kind === "he") continue;
      expect(sum(first)).toBeCloseTo(kind === "edge" ? 0 : 1, 5);
      expect(sum(later)).toBeCloseTo(1, 5);
    }
  });

  it("drawn by He's rule have variance 2 / k², each layer its own", () => {
    const draws = Array.from({ length: 400 }, (_, layer) => [
      ...kernels({ kind: "he", size: 3, gain: 1, seed: 7 }, layer),
    ]).flat();
    const variance = draws.reduce((all, one) => all + one * one, 0) / draws.length;
    expect(variance).toBeCloseTo(2 / 9, 1);
    expect(new Set(draws).size).toBeGreaterThan(3500);
  });

  it("are the same arrays while nothing about them changes", () => {
    const choice = { kind: "blur", size: 3, gain: 1, seed: 1 } as const;
    expect(kernels(choice, 4)).toBe(kernels({ ...choice, seed: 9 }, 5));
    expect(kernels({ ...choice, gain: 2 }, 4)[0]).toBeCloseTo(2 / 9, 6);
  });
});

describe("with the engine's answer", () => {
  it("every trace adds up to the number that was kept, at any depth and on every layer's kind", async () => {
    const here = state({ pool: "average", kernel: "he", padding: 1, side: 40, every: 2 });
    const result = await answer(here);
    const { chain } = model.derive(here, result, {});
    for (let depth = 1; depth < chain.sides.length; depth++) {
      const last = chain.sides[depth]! - 1;
      for (const [row, column] of [
        [0, 0],
        [last, last >> 1],
      ] as const) {
        const { trace, output } = model.derive({ ...here, depth, row, column }, result, {});
        expect(trace!.result).toBe(output);
      }
    }
  });

  it("a window of thousands is named, not listed", async () => {
    const here = state({ side: 99, kernelSize: 99, depth: 1 });
    const { trace, output, fieldText } = model.derive(here, await answer(here), {});
    expect([trace!.kind, trace!.size, trace!.terms.length]).toEqual(["sum", 99, 0]);
    const { data } = (model.request(here, {}) as ConvStackRequest).input;
    expect(output).toBeCloseTo(data.reduce((all, one) => all + one, 0) / data.length, 6);
    expect(fieldText).toContain("the whole picture");
  });

  it("ReLU leaves nothing negative", async () => {
    const here = state({ kernel: "he", relu: true, side: 60 });
    const { measures } = model.derive(here, await answer(here), {});
    expect(Math.min(...measures.map(({ min }) => min))).toBeGreaterThanOrEqual(0);
  });

  it("says when numbers vanish and when they explode", async () => {
    const tiny = state({ gain: 0.1, depth: 9 });
    const vanished = model.derive(tiny, await answer(tiny), {}).signalText;
    expect(vanished).toMatch(/too small for full precision/);
    expect(vanished).toMatch(/From depth 4\d on every number is 0/);
    const huge = state({ gain: 9, kernel: "sharpen" });
    expect(model.derive(huge, await answer(huge), {}).signalText).toMatch(/∞.*NaN/s);
    // No two signs here: a weight of 0 meets ∞.
    const one = state({ gain: 10, kernel: "middle", side: 99 });
    expect(model.derive(one, await answer(one), {}).signalText).toMatch(/NaN comes of.* 0 × ∞/);
  });

  it("of another chain shows none of its maps", async () => {
    const result = await answer(state({ side: 31 }));
    const { shown, measures } = model.derive(state({ side: 33 }), result, {});
    expect([shown.picture, measures]).toEqual([null, []]);
  });

  it("of other kernels is never taken apart, and the page's own is not shown at all", async () => {
    const here = state({ side: 31, depth: 3 });
    const result = await answer(here);
    const other = { ...here, kernel: "bell" } as const;
    const { trace, shown } = model.derive(other, result, {});
    expect([trace, shown.picture === null]).toEqual([null, false]);
    const page = model.carried!(model.derive(here, result, {})) as ConvStackResult;
    expect(model.derive(other, page, {}).measures).toEqual([]);
    expect(model.derive(here, page, {}).measures).toHaveLength(15);
  });

  it("is carried by the page in few bytes, and says the same", async () => {
    const here = state({ depth: 20, row: 3, column: 3 });
    const whole = model.derive(here, await answer(here), {});
    const text = JSON.stringify(model.carried!(whole));
    expect(text.length).toBeLessThan(12_000);
    const revived = model.derive(here, JSON.parse(text) as ConvStackResult, {});
    expect(revived.signalText).toBe(whole.signalText);
    expect(model.describe(revived)).toContain(whole.shown.rangeText!);
    expect(revived.shown.rangeText).toBe(whole.shown.rangeText);
    expect(Object.keys(model.stills!(whole))).toContain("depth-20");
  });

  it("is not asked for again while only the depth changes", () => {
    const [a, b] = [5, 50].map((depth) => model.request(state({ depth }), {})) as [
      ConvStackRequest,
      ConvStackRequest,
    ];
    expect(a.layers).toBe(b.layers);
    expect(a.input).toBe(b.input);
  });
});

test("the chart of sizes ends where the numbers' own format does", () => {
  const range = { min: 0, max: 1, nan: 0, positiveInfinity: 0, negativeInfinity: 0, peakAt: 0 };
  const measure = { ...range, zeros: 0, subnormals: 0, mean: 0, logRms: 0 };
  const lost = { ...measure, positiveInfinity: 1, logRms: Infinity };
  for (const format of ["float16", "float32"] as const) {
    const { values, y, limits } = sizeProfile(measure, [measure, lost], format)!;
    expect(values).toEqual([1, 1, Infinity]);
    expect([y.from, y.to].map(Math.log10)).toEqual([0, format === "float16" ? 5 : 39]);
    expect(limits[0]).toMatchObject({ value: format === "float16" ? 65_504 : 2 ** 128 - 2 ** 104 });
  }
});

test("a change of depth stays at the same place of the picture", () => {
  const here = state({ depth: 0, row: 99, column: 0 });
  expect(goTo(here, chainOf(here), 98)).toEqual({ depth: 98, row: 1, column: 0 });
  expect(goTo(here, chainOf(here), 400)).toEqual({});
});

test.each<Partial<ShrinkState>>([
  {},
  { side: 200, kernel: "bell" },
  { dilation: "double" },
  { stride: 2, padding: 1, kernel: "edge" },
  { pool: "max", kernel: "sharpen", relu: true },
  { averageAt: 7, side: 41, gain: 0.5 },
  { kernel: "he", side: 30 },
])("the programs of %o assert the sizes and the price that are shown", (change) => {
  const here = state(change);
  const { chain, cost } = model.derive(here, null, {});
  const examples = model.code(here);
  expect(examples.map(({ language }) => language)).toEqual(["pytorch", "tfjs", "numpy"]);
  for (const { code } of examples) {
    const list = /(?:sizes ==|expected =) \[([^\]]*)\]/.exec(code)![1]!;
    expect(list.split(",").map(Number).slice(0, -1)).toEqual(chain.sides);
    expect(code).toContain(String(cost.parameters));
    expect(code).toContain(String(cost.macs));
  }
});

test("tfjs has no convolution with both a stride and a dilation", () => {
  const languages = model.code(state({ stride: 2, dilation: "2" })).map(({ language }) => language);
  expect(languages).toEqual(["pytorch", "numpy"]);
});
