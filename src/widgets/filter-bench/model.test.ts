import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { conv2d } from "../../core/conv/conv2d";
import { convCost } from "../../core/conv/cost";
import { cellAtStep } from "../../core/conv/scan";
import type { RenderResult } from "../../compute/types";
import { firstFrame } from "../../widget-kit/first-frame";
import { formatNumber } from "../../core/format/number";
import { cases } from "./cases";
import { KERNEL_SIZES, fitFilter, filterNumbers, type Filter } from "./filter";
import { anyFilters } from "./filters.arbitrary";
import filterBench from "./index";
import { fitLayer, layerGeometry, layerWeights } from "./layer";
import { createModel } from "./model";
import { createPictureShelf } from "../../widget-kit/picture/picture-shelf";
import { repair } from "./repair";
import { schema } from "./schema";
import type { FilterBenchState } from "./state";
import { viewsOf } from "./views";

const shelf = createPictureShelf(null);
const model = createModel(shelf);
const start = schema.defaults;
const state = (change: Partial<FilterBenchState> = {}) => repair({ ...start, ...change });
const derive = (change: Partial<FilterBenchState> = {}, picture?: Picture) =>
  model.derive(state(change), null, picture ? { picture } : {});
type Picture = { shape: readonly number[]; data: Float32Array };
const preset = (kernel: string, bias = 0): Filter => ({ kernel, bias });

const anyState: fc.Arbitrary<FilterBenchState> = fc
  .record({
    picture: fc.constantFrom("ramp", "color-discs", "step-edge", "own"),
    color: fc.constantFrom("colour", "grey"),
    filters: anyFilters,
    size: fc.constantFrom(...KERNEL_SIZES),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom("valid", "same"),
    paddingMode: fc.constantFrom("zero", "reflect", "circular"),
    dilation: fc.integer({ min: 1, max: 4 }),
    channel: fc.integer({ min: 0, max: 7 }),
    row: fc.integer({ min: 0, max: 511 }),
    column: fc.integer({ min: 0, max: 511 }),
    added: fc.integer({ min: -1, max: 146 }),
    sobel: fc.boolean(),
    xChannel: fc.integer({ min: 0, max: 7 }),
    yChannel: fc.integer({ min: 0, max: 7 }),
  } as const)
  .map((change) => ({ ...start, ...change }) as FilterBenchState);

describe.each(cases)("case: $name", ({ state: change, facts }) => {
  const viewModel = model.derive(state(change), null, {});

  it.each(Object.entries(facts))("%s", (_, holds) => {
    expect(holds(viewModel)).toBe(true);
  });

  it("is a legal state as it stands", () => {
    expect(repair({ ...start, ...change })).toEqual({ ...start, ...change });
  });
});

describe("repair", () => {
  test.prop([anyState])("gives every filter the layer's shape", (given) => {
    const { filters: repaired, size, color } = repair(given);
    const length = size * size * (color === "colour" ? 3 : 1);
    for (const filter of repaired)
      expect(filterNumbers(filter, size, color === "colour" ? 3 : 1)).toHaveLength(length);
  });

  test.prop([anyState])("changes nothing the second time", (given) => {
    const once = repair(given);
    expect(repair(once)).toEqual(once);
  });

  test.prop([anyState])("leaves a request that the engine's geometry accepts", (given) => {
    const legal = repair({ ...given, picture: "ramp" });
    const geometry = layerGeometry(legal, legal.side, legal.side);
    if (typeof geometry === "string") throw new Error(geometry);
    expect(legal.row).toBeLessThan(geometry.outHeight);
    expect(legal.column).toBeLessThan(geometry.outWidth);
    expect(legal.channel).toBeLessThan(legal.filters.length);
  });

  it("weights keep their answers on grey pictures when colour goes", () => {
    const own = [1, 2, 3, 4].concat([0, 1, 0, 1], [5, 0, 0, 1]);
    const grey = fitFilter({ kernel: own, bias: 0 }, 2, 1);
    expect(grey.kernel).toEqual([6, 3, 3, 6]);
  });

  it("an own kernel keeps its middle when the side grows and shrinks", () => {
    const small = state({
      picture: "ramp",
      filters: [{ kernel: [1, 2, 3, 4, 5, 6, 7, 8, 9], bias: 0 }],
    });
    const large = repair({ ...small, size: 5 });
    expect(filterNumbers(large.filters[0]!, 5, 1).slice(6, 9)).toEqual([1, 2, 3]);
    expect(repair({ ...large, size: 3 }).filters).toEqual(small.filters);
  });

  it("a preset that a side lacks becomes its numbers in a frame of zeros", () => {
    const [emboss] = state({ size: 5, filters: [preset("emboss")] }).filters;
    expect(typeof emboss!.kernel).toBe("object");
    expect(state({ size: 3, filters: [emboss!] }).filters).toEqual([preset("emboss")]);
  });

  it("a gradient needs two filters", () => {
    expect(state({ sobel: true, filters: [preset("sobel-x")] }).sobel).toBe(false);
  });
});

describe("request", () => {
  const keys = (change: Partial<FilterBenchState>) =>
    viewsOf(state(change))
      .map(({ key }) => key)
      .join(" ");

  it("the layer asks for the planes and every output, nothing more", () => {
    expect(keys({})).toBe("plane-0 plane-1 plane-2 output-0 output-1 output-2 output-3");
  });

  it("one channel asks for its own partial maps, sum and output", () => {
    expect(keys({ zoom: "channel", channel: 1 })).toBe(
      "plane-0 plane-1 plane-2 partial-0 partial-1 partial-2 sum output-1",
    );
  });

  it("one cell asks for the picture and its channel", () => {
    expect(keys({ zoom: "cell" })).toBe("picture output-0");
  });

  it("an open gradient adds its four pictures", () => {
    expect(keys({ zoom: "cell", sobel: true })).toBe("picture output-0 gx gy magnitude angle");
  });

  it("the same picture is the same tensor, whatever the kernel does", () => {
    const first = model.request(state({ picture: "ramp" }), {});
    const second = model.request(state({ picture: "ramp", stride: 2 }), {});
    if (first?.job !== "render" || second?.job !== "render") throw new Error("no render request");
    expect(second.conv.input).toBe(first.conv.input);
  });

  it("survives structuredClone", () => {
    const request = model.request(state({ picture: "ramp" }), {});
    expect(structuredClone(request)).toEqual(request);
  });

  it("clip draws responses as an image file would and leaves the planes alone", () => {
    const views = viewsOf(state({ display: "clip" }));
    expect(views.find(({ key }) => key === "output-0")!.scale.kind).toBe("clip");
    expect(views.find(({ key }) => key === "plane-0")!.scale.kind).toBe("plane");
  });
});

describe("shown numbers", () => {
  test.prop([anyState], { numRuns: 40 })(
    "the cell's sum is what the reference computes",
    (given) => {
      const legal = repair({ ...given, picture: "own" });
      const picture = {
        shape: [24, 20, 3],
        data: Float32Array.from({ length: 1440 }, (_, at) => ((at * 7) % 32) / 32),
      };
      const shown = model.derive(legal, null, { picture });
      const request = model.request(legal, { picture });
      if (request?.job !== "render") throw new Error("no request");
      const { data, shape } = conv2d(request.conv);
      const { row, column } = shown.cell.cell;
      const expected = data[(row * shape[2]! + column) * shape[3]! + shown.layer.channel];
      expect(
        Math.abs(shown.cell.output - expected!) <= 1e-5 * Math.abs(expected!) ||
          Object.is(shown.cell.output, expected),
      ).toBe(true);
    },
  );

  test.prop([anyState])(
    "parameters and multiply-accumulates follow the chapter's formulas",
    (given) => {
      const legal = repair({ ...given, picture: "ramp" });
      const { facts, output } = model.derive(legal, null, {});
      const out = legal.filters.length;
      const taps = legal.size ** 2 * (legal.color === "colour" ? 3 : 1);
      const number = (at: number) => Number(facts[at]!.value.replaceAll(",", ""));
      expect(number(2)).toBe(out * (taps + 1));
      expect(number(3)).toBe(out * output.rows * output.columns * taps);
      const geometry = layerGeometry(legal, 256, 256);
      if (typeof geometry === "string") throw new Error(geometry);
      expect(number(3)).toBe(convCost(geometry, true).macs);
    },
  );

  it("the scan goes row by row", () => {
    const { output, cellAt, step } = derive({ picture: "ramp", row: 2, column: 5 });
    expect(step).toBe(2 * output.columns + 5);
    expect(cellAt(cellAtStep(step + 1, output.rows, output.columns)).cell).toEqual({
      row: 2,
      column: 6,
    });
  });

  it("weights lie row, column, input, output", () => {
    const { data, shape } = layerWeights(
      state({ filters: [preset("sobel-x"), preset("sobel-y")] }),
    );
    expect(shape).toEqual([3, 3, 3, 2]);
    expect([data[0], data[1]]).toEqual([-1, -1]);
    expect([data[2 * 6], data[2 * 6 + 1]]).toEqual([1, -1]);
  });

  it("pointing at the picture finds the cell whose window lies around it", () => {
    const { outputCellAt } = derive({ picture: "ramp" });
    expect(outputCellAt({ row: 1, column: 1 })).toEqual({ row: 0, column: 0 });
    expect(outputCellAt({ row: 100, column: 50 })).toEqual({ row: 99, column: 49 });
    expect(outputCellAt({ row: 0, column: 255 })).toEqual({ row: 0, column: 253 });
    const coarse = derive({ picture: "ramp", stride: 3, padding: "same", size: 5 });
    expect(coarse.outputCellAt({ row: 30, column: 31 })).toEqual({ row: 10, column: 10 });
  });

  it("a picture too small for the window gets the nearest layer that fits, and says so", () => {
    const picture = { shape: [8, 8, 1], data: new Float32Array(64) };
    const shown = model.derive(
      state({ picture: "own", color: "grey", size: 5, dilation: 4 }),
      null,
      { picture },
    );
    expect([shown.layer.size, shown.layer.dilation]).toEqual([5, 1]);
    expect(shown.note).toContain("17 cells");
    expect(fitLayer(shown.layer, 8, 8).note).toBeNull();
  });

  it("a link to somebody's own picture says that it stayed with them", () => {
    const shown = derive({ picture: "own" });
    expect(shown.note).toContain("never left");
  });
});

describe("the sentence", () => {
  it("names sizes, channel and chosen cell", () => {
    const text = model.describe(
      derive({ picture: "ramp", filters: [preset("sobel-x")], row: 9, column: 7 }),
    );
    expect(text).toContain(
      "1 filter of 3 by 3 by 1 turns the picture “ramp” of 256 by 256 pixels into 254 by 254 by 1.",
    );
    expect(text).toContain("At row 9, column 7 it is 0.0156.");
  });

  it("says where the strongest response is", async () => {
    const change = { picture: "step-edge", filters: [preset("sobel-x")], sobel: false } as const;
    const request = model.request(state(change), {});
    if (request?.job !== "render") throw new Error("no render request");
    const { result } = await firstFrame(filterBench, state(change), {});
    const { data, shape } = conv2d(request.conv);
    const peak = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const at = data.findIndex((value) => Math.abs(value) === peak);
    expect(model.describe(model.derive(state(change), result as RenderResult, {}))).toContain(
      `Its strongest response, ${formatNumber(data[at]!)}, is at row ` +
        `${Math.floor(at / shape[2]!)}, column ${at % shape[2]!}.`,
    );
  });

  it("says when ReLU makes a negative answer 0", () => {
    const change = {
      picture: "ramp",
      filters: [preset("sobel-x", -1)],
      activation: "relu",
    } as const;
    expect(model.describe(derive(change))).toContain("is negative and ReLU makes it 0");
  });
});

describe("the table", () => {
  it("lists every product and what they add up to", () => {
    const change = { picture: "ramp", filters: [preset("sobel-x", 1)], padding: "same" } as const;
    const shown = derive({ ...change, row: 0, column: 0 });
    const { rows } = model.table!(shown)!;
    expect(rows).toHaveLength(9 + 4);
    expect(rows[0]).toEqual(["grey, row −1, column −1", "0 (padding)", "−1", "0"]);
    expect(rows.at(-2)![3]).toBe(rows.at(-1)![3]);
  });
});

it("a slow picture is painted elsewhere, and a ramp stands in until it is there", async () => {
  const state = { ...schema.defaults, size: 1 } as const;
  const tiny = { shape: [1, 1, 3], data: new Float32Array(3) };
  const patient = createModel(createPictureShelf(() => Promise.resolve(tiny)));
  const before = patient.derive(state, null, {});
  expect(before.input.rows).toBe(256);
  await before.waiting;
  const after = patient.derive(state, null, {});
  expect([after.input.rows, after.waiting]).toEqual([1, null]);
});
