import { describe, expect, it } from "vitest";
import type { SignalChainResult } from "../../compute/types";
import { firstFrame } from "../../widget-kit/first-frame";
import definition from "./index";
import { formatLimits } from "../../core/float-format/float-format";
import { experiments } from "./experiments";
import { carry, measuredOf, uncarry } from "./measured";
import { createModel } from "./model";
import { schema } from "./schema";
import type { State } from "./state";
import { fateOf } from "./verdict";

const model = createModel();
const stateOf = (change: Partial<State>): State =>
  schema.repair!({ ...schema.defaults, ...change });
const stateBy = (id: string, change: Partial<State> = {}) =>
  stateOf({ ...experiments.find((one) => one.id === id)!.state, ...change });

async function answerTo(state: State): Promise<SignalChainResult> {
  const { result } = await firstFrame(definition, state, {});
  return result as SignalChainResult;
}

async function race(state: State) {
  return model.derive(state, await answerTo(state), {});
}

/** What each of the notes' experiments comes to, over all seeds. */
const fates = {
  "1": "exploded",
  "2": "vanished",
  "3": "held",
  "4": "shrank",
  "5a": "shrank",
  "5b": "shrank",
  "6": "held",
} as const;
/** Percentile of the printed standard deviation among PyTorch's own runs. */
const percentiles: Readonly<Record<string, number>> = {
  "3": 39,
  "4": 15,
  "5a": 81,
  "5b": 47,
  "6": 60,
};

/** Runs behind each percentile of PyTorch's. */
const TORCH_RUNS = 500;
const SEEDS = 200;

/** Three standard errors of the difference of two measured shares, in percent points. */
function room(percent: number): number {
  const variance = percent * (100 - percent);
  return 3 * Math.sqrt(variance / SEEDS + variance / TORCH_RUNS);
}

describe("the notes’ experiments, 200 seeds each", () => {
  it.each(experiments)("$id: $about", { timeout: 60_000 }, async ({ id }) => {
    const shown = await race(stateBy(id, { seeds: SEEDS }));
    expect(fateOf(shown.measured!)).toBe(fates[id as keyof typeof fates]);
    expect(shown.experiment?.id).toBe(id);
    const expected = percentiles[id];
    if (expected !== undefined)
      expect(Math.abs(shown.notedRank! - expected)).toBeLessThan(room(expected));
    const words = model.describe(shown);
    for (const word of ["exploded", "vanished", "held", "shrank"])
      expect(words.includes(`The signal ${word}`)).toBe(word === fates[id as keyof typeof fates]);
  });
});

describe("the precision lens", () => {
  it("moves the layer of death from 28 or 29 to 4 in 16 bits", async () => {
    const wide = await race(stateBy("1", { seeds: 100 }));
    const narrow = await race(stateBy("1", { seeds: 100, format: "float16" }));
    expect([28, 29]).toContain(wide.measured!.events.anyNonFinite!.median);
    expect(narrow.measured!.events.anyNonFinite!).toMatchObject({
      earliest: 4,
      latest: 4,
      runs: 100,
    });
    expect(narrow.truth).toBe("overflows, layer 4");
  });

  it("in 64 bits Experiment 1 grows and is held", async () => {
    const shown = await race(stateBy("1", { seeds: 20, format: "float64" }));
    expect(fateOf(shown.measured!)).toBe("grew");
    expect(shown.measured!.scale.median.at(-1)).toBeCloseTo(135.463, 0);
  });
});

describe("theory", () => {
  it("is a straight line without activation, and PyTorch's median is beside it", () => {
    const { theory } = model.derive(stateBy("1"), null, {});
    expect(theory[100]).toBeCloseTo(50 * Math.log10(512), 9);
    const exponent = Math.log10(formatLimits.float32.largest);
    expect(theory.findIndex((log) => log > exponent)).toBe(29);
  });

  it("loses half of the mean square with every ReLU", () => {
    expect(model.derive(stateBy("5b"), null, {}).theory[100]).toBeCloseTo(50 * Math.log10(0.5), 9);
    expect(model.derive(stateBy("6"), null, {}).theory[100]).toBeCloseTo(0, 9);
  });

  it("of a typed formula is that of the activation it spells", () => {
    const spelt = stateOf({ activation: "typed", formula: "tanh(x)", depth: 20 });
    const named = stateOf({ activation: "tanh", depth: 20 });
    const [a, b] = [spelt, named].map((state) => model.derive(state, null, {}).theory);
    a!.forEach((log, layer) => expect(log).toBeCloseTo(b![layer]!, 9));
  });
});

describe("settings at odds are mended", () => {
  it("columns need every weight, and every weight limits the seeds", () => {
    const state = stateOf({ columns: 512, seeds: 500 });
    expect([state.method, state.seeds]).toEqual(["literal", 1]);
    expect(model.derive(state, null, {}).seedsNote).toMatch(/^At most 1 /);
    expect(stateOf({ method: "literal", seeds: 500 }).seeds).toBe(38);
  });

  it("what is no formula is not asked for", () => {
    expect(stateOf({ activation: "typed", formula: "tanh(" }).formula).toBe("max(0, x)");
  });

  it("no layer is read out beyond the last", () => {
    expect(stateOf({ depth: 10, layer: 80 }).layer).toBe(10);
  });
});

describe("an answer to another question", () => {
  it("is not spoken of: neither verdict nor rank nor event is of the settings before", async () => {
    const before = await answerTo(stateBy("4", { seeds: 10 }));
    const shown = model.derive(stateBy("5a", { seeds: 10 }), before, {});
    expect([shown.measured, shown.noted, shown.verdict]).toEqual([
      null,
      null,
      "The runs are under way.",
    ]);
    expect(model.derive(stateBy("4", { seeds: 10, layer: 3 }), before, {}).measured).not.toBeNull();
  });
});

describe("what the page carries", () => {
  it("says the same as the answer, infinities and all, to the printed digits", async () => {
    const state = stateBy("1", { seeds: 12, depth: 40, layer: 40 });
    const result = await answerTo(state);
    const whole = model.derive(state, result, {});
    const carried = JSON.parse(JSON.stringify(carry(measuredOf(result)))) as never;
    const { scale, runs } = uncarry(carried);
    expect(scale.median.at(-1)).toBeNaN();
    expect(runs.flat()).toContain(Infinity);
    const again = model.derive(state, carried, {});
    expect(model.describe(again)).toBe(model.describe(whole));
    expect(again.events).toEqual(whole.events);
  });
});

describe("the code", () => {
  it("asserts what the figure shows", async () => {
    const state = stateBy("1", { seeds: 20 });
    const [pytorch] = model.code(state, await race(state));
    expect(pytorch!.code).toMatch(/assert 27 <= broken <= (29|30)$/m);
  });
});
