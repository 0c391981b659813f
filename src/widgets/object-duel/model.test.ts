import { describe, expect, test } from "vitest";
import type { DetectionResult } from "../../compute/types";
import { firstFrame } from "../../widget-kit/first-frame";
import definition from "./index";
import { duelPresets, presetOf } from "./presets";
import { schema } from "./schema";
import type { DuelState } from "./state";
import type { DuelModel } from "./view-model";

const { model } = definition;

async function duel(change: Partial<DuelState> = {}): Promise<DuelModel> {
  const state = schema.repair!({ ...schema.defaults, ...change });
  const { result } = await firstFrame(definition, state, {});
  return model.derive(state, result as DetectionResult, {});
}

describe("the state", () => {
  test("objects never touch", () => {
    expect(schema.parse("1~objectSize:9~spacing:4").state.spacing).toBe(10);
  });

  test("a kernel cannot hold a larger one", () => {
    expect(schema.parse("1~sizeA:9~sizeB:5~kernelB:inside").state.kernelB).toBe("box");
    expect(schema.parse("1~sizeA:5~sizeB:5~kernelB:inside").state.kernelB).toBe("inside");
  });

  test("every preset is a legal state that is known again", () => {
    for (const { id, state } of duelPresets) {
      const full = { ...schema.defaults, ...state };
      expect(schema.repair!(full)).toEqual(full);
      expect(presetOf(full)).toBe(id);
    }
    expect(presetOf({ ...schema.defaults, noise: 0.35 })).toBe("");
  });
});

describe("the threshold", () => {
  test("every answer passes at 0 and none above all", async () => {
    const low = await duel({ cutA: 0, cutB: 101 });
    const [a, b] = low.finders;
    expect(a.found!.hits + a.found!.falseAlarms).toBe(a.found!.finds.length);
    expect(a.found!.falseAlarms).toBeGreaterThan(50);
    expect(b.found!.finds).toEqual([]);
    expect(b.found!.threshold.text(101)).toBe("above every answer");
  });

  test("no threshold set by hand is worth more than the best", async () => {
    const worth = ({ finders: [a] }: DuelModel) => a.found!.hits - a.found!.falseAlarms;
    const best = worth(await duel());
    for (const cutA of [20, 40, 50, 60, 70, 80])
      expect(worth(await duel({ cutA }))).toBeLessThanOrEqual(best);
  });

  test("what is found and what is missed are all the objects", async () => {
    const { finders, scene } = await duel({ cutA: 70 });
    const { hits, missed } = finders[0].found!;
    expect(hits + missed.length).toBe(scene.objects.length);
  });
});

describe("the words", () => {
  test("the verdict is about what was counted", async () => {
    const view = await duel();
    const [a, b] = view.finders;
    expect(view.verdict).toContain(`finds ${a.found!.hits} of 24 objects`);
    expect(view.verdict).toContain("20 × 20 plain average finds nothing: no threshold");
    expect(view.truth).toBe(`the 3 × 3: ${a.found!.hits} against ${b.found!.hits}`);
    expect(model.describe(view)).toContain("6 deviations");
    expect(model.describe(view)).toContain("0.9 in those of the second");
  });

  test("of 1 × 1 and 3 × 3 the larger finds more, and that is what is said", async () => {
    const view = await duel(duelPresets.find(({ id }) => id === "smaller")!.state);
    const [a, b] = view.finders;
    expect(b.found!.hits).toBeGreaterThan(a.found!.hits);
    expect(view.truth).toMatch(/^the 3 × 3/);
  });
});

describe("one answer", () => {
  test("is the sum of its products, and the response map's own number", async () => {
    const view = await duel({ noise: 0 });
    const object = view.scene.objects[0]!;
    const traces = view.finders.map(({ traceAt }) => traceAt(object)!);
    expect(traces.map(({ channel }) => channel.terms.length)).toEqual([9, 400]);
    expect(traces[0]!.output).toBeCloseTo(1, 6);
    for (const { channel, output } of traces)
      expect(channel.terms.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(output, 6);
  });

  test("inside a frame of zeros it is the same number", async () => {
    const { finders, place } = await duel({ kernelB: "inside" });
    const [small, large] = finders.map(({ traceAt }) => traceAt(place)!.output);
    expect(large).toBe(small);
  });
});

test("before the search there are kernels and costs, but nothing is found", () => {
  const view = model.derive(schema.defaults, null, {});
  expect(view.verdict).toBe("");
  expect(view.truth).toBeNull();
  expect(view.rows.find(({ name }) => name === "Signal to noise")!.facts[1]!.value).toBe("0.9");
  expect(view.rows.find(({ name }) => name === "Found")!.facts[0]!.value).toBe("…");
});

test("the table lists every object", async () => {
  const view = await duel();
  const rows = model.table!(view)!.rows.filter(([name]) => name!.startsWith("Object"));
  expect(rows).toHaveLength(24);
  expect(rows.filter(([, a]) => a === "found")).toHaveLength(view.finders[0].found!.hits);
});

test("code in NumPy checks the counts that are shown; learned kernels have no tfjs code", async () => {
  const view = await duel();
  const [a, b] = view.finders.map(({ found }) => `(${found!.hits}, ${found!.falseAlarms})`);
  const [numpy, torch, tfjs] = model.code(schema.defaults, view);
  expect(numpy!.code).toContain(`assert counts == [${a}, ${b}]`);
  expect(torch!.code.match(/assert /g)).toHaveLength(2);
  expect(tfjs!.language).toBe("tfjs");
  expect(model.code({ ...schema.defaults, kernelA: "learned" })).toHaveLength(2);
});
