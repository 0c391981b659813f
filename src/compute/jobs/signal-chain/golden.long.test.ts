import { describe, expect, it, test } from "vitest";
import init from "../../../../tests/golden/init.json";
import { median } from "../../../core/statistics/quantiles";
import type { SignalChainRequest, SignalChainResult, SignalEvent } from "../../signal-chain";
import { checkSignalChain } from "./check";
import { runSignalChain } from "./run";
import { openTools } from "./tools";

/** The parts of a golden case that these tests read. */
interface Golden {
  readonly id: string;
  readonly theory: Readonly<Record<string, number | string>>;
  readonly final: { readonly std: Readonly<Record<"q25" | "q50" | "q75", number>> } | string;
  readonly log_grad_ratio?: Readonly<Record<"q25" | "q50" | "q75", number>>;
}

const golden = new Map(
  (init.cases as unknown as readonly Golden[]).map((one) => [one.id, one] as const),
);
const layersOf = (id: string, name: string): readonly number[] =>
  Object.keys((golden.get(id) as unknown as Record<string, object>)[name]!).map(Number);

const tools = await openTools();

function run(request: Partial<SignalChainRequest>): Promise<SignalChainResult> {
  const whole: SignalChainRequest = {
    job: "signalChain",
    layer: { kind: "dense", width: 512 },
    depth: 100,
    init: "lecunNormal",
    activation: "identity",
    format: "float32",
    seeds: 300,
    method: "sameDistribution",
    ...request,
  };
  return runSignalChain(tools, whole, checkSignalChain(whole), () => Promise.resolve());
}

/** ln(rms_L / rms_0) of every seed. */
function logRatios({ logRms, inputLogRms, seeds }: SignalChainResult): number[] {
  const depth = logRms.length / seeds.length;
  return seeds.map((_, row) => (logRms[(row + 1) * depth - 1]! - inputLogRms[row]!) * Math.LN10);
}

function meanAndDeviation(values: readonly number[]) {
  const mean = values.reduce((a, b) => a + b) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

const finals = (result: SignalChainResult) => {
  const depth = result.deviation.length / result.seeds.length;
  return result.seeds.map((_, row) => result.deviation[(row + 1) * depth - 1]!);
};

describe.each<[string, Partial<SignalChainRequest>]>([
  ["exp3", {}],
  ["exp6", { init: "heNormal", activation: "relu" }],
  ["exp5b", { init: "glorotUniform", activation: "relu" }],
  [
    "w-relu_he_n256_L30",
    { layer: { kind: "dense", width: 256 }, depth: 30, init: "heNormal", activation: "relu" },
  ],
  [
    "w-leaky02_he_n64_L50",
    {
      layer: { kind: "dense", width: 64 },
      depth: 50,
      init: { name: "scaled", gain: 1 / Math.sqrt(0.52), distribution: "normal" },
      activation: { name: "leakyRelu", slope: 0.2 },
    },
  ],
])("%s by the shortcut", (id, request) => {
  it("spreads over seeds as theory says", async () => {
    const { theory, final } = golden.get(id)!;
    const result = await run(request);
    const { mean, deviation } = meanAndDeviation(logRatios(result));
    const expected = Number(theory["log_rms_ratio_mean"]);
    const spread = Number(theory["log_rms_ratio_sd"]);
    expect(Math.abs(mean - expected)).toBeLessThan((4 * spread) / Math.sqrt(300));
    expect(Math.abs(deviation / spread - 1)).toBeLessThan(0.25);
    if (typeof final === "string") throw new Error("no final values");
    expect(median(finals(result))).toBeGreaterThan(final.std.q25);
    expect(median(finals(result))).toBeLessThan(final.std.q75);
  });
});

test.each<[string, Partial<SignalChainRequest>]>([
  ["exp4", { activation: "tanh" }],
  ["exp5a", { init: "glorotUniform", activation: "tanh" }],
  [
    "tanh-5/3",
    { init: { name: "scaled", gain: 5 / 3, distribution: "normal" }, activation: "tanh" },
  ],
])("%s ends where a thousand PyTorch runs do", async (id, request) => {
  const { final } = golden.get(id)!;
  if (typeof final === "string") throw new Error("no final values");
  const middle = median(finals(await run(request)));
  expect(middle).toBeGreaterThan(final.std.q25);
  expect(middle).toBeLessThan(final.std.q75);
});

test.each<[string, Partial<SignalChainRequest>, SignalEvent, string]>([
  ["exp2", { init: { name: "normal", deviation: 0.01 } }, "allZero", "first_layer_all_zero"],
  ["exp2", { init: { name: "normal", deviation: 0.01 } }, "halfZero", "first_layer_half_zero"],
  [
    "exp2",
    { init: { name: "normal", deviation: 0.01 } },
    "anySubnormal",
    "first_layer_any_denormal",
  ],
  [
    "exp2-flush",
    { init: { name: "normal", deviation: 0.01 }, format: "float32-flush" },
    "allZero",
    "first_layer_all_zero",
  ],
  [
    "exp2-f16",
    { init: { name: "normal", deviation: 0.01 }, format: "float16" },
    "allZero",
    "first_layer_all_zero",
  ],
  [
    "exp2-f16-flush",
    { init: { name: "normal", deviation: 0.01 }, format: "float16-flush" },
    "allZero",
    "first_layer_all_zero",
  ],
  [
    "exp5b-f16",
    { init: "glorotUniform", activation: "relu", format: "float16" },
    "allZero",
    "first_layer_all_zero",
  ],
  [
    "exp1-f16",
    { init: { name: "normal", deviation: 1 }, format: "float16" },
    "anyNonFinite",
    "first_layer_any_nonfinite",
  ],
  [
    "exp1-f16",
    { init: { name: "normal", deviation: 1 }, format: "float16" },
    "allNonFinite",
    "first_layer_all_nonfinite",
  ],
  [
    "torch-default-relu",
    { init: "frameworkDefault", activation: "relu" },
    "anySubnormal",
    "first_layer_any_denormal",
  ],
])("%s: every seed of %o meets %s where PyTorch does", async (id, request, event, key) => {
  const layers = layersOf(id, key);
  for (const method of ["sameDistribution", "literal"] as const) {
    const { events } = await run({ ...request, method, seeds: method === "literal" ? 3 : 60 });
    for (const layer of events[event]) {
      const distance = Math.min(...layers.map((known) => Math.abs(known - layer)));
      expect(distance).toBeLessThanOrEqual(1);
    }
  }
});

test("experiment 1 explodes at layer 28 or 29 with a vector, and is all NaN by layer 30", async () => {
  const request = { init: { name: "normal", deviation: 1 } } as const;
  for (const method of ["sameDistribution", "literal"] as const) {
    const seeds = method === "literal" ? 6 : 300;
    const { events, layers } = await run({ ...request, method, seeds });
    for (const layer of events.anyInfinite) expect([28, 29]).toContain(layer);
    for (const layer of events.allNonFinite) expect([29, 30]).toContain(layer);
    for (const layer of events.beyondHalf) expect([3, 4]).toContain(layer);
    expect(layers[99]!.shares.nan).toBe(1);
    expect(layers[99]!.logRms[2]).toBeNaN();
  }
});

test("experiment 1 as written, with a matrix, is infinite at layer 28", async () => {
  const { events } = await run({
    layer: { kind: "dense", width: 512, columns: 512 },
    depth: 31,
    init: { name: "normal", deviation: 1 },
    method: "literal",
    seeds: 1,
  });
  expect([...events.anyInfinite]).toEqual([28]);
  expect([29, 30]).toContain(events.allNonFinite[0]);
});

test("float64 does not break where float32 does", async () => {
  const request = { init: { name: "normal", deviation: 1 }, format: "float64", seeds: 20 } as const;
  const { events } = await run({ ...request, depth: 240 });
  for (const layer of events.anyInfinite) expect([227, 228, 229]).toContain(layer);
});

describe("the gradient", () => {
  test.each<[string, Partial<SignalChainRequest>]>([
    ["grad-linear_1", {}],
    ["grad-tanh_1", { activation: "tanh" }],
    [
      "grad-tanh_2.5",
      { activation: "tanh", init: { name: "scaled", gain: 2.5, distribution: "normal" } },
    ],
    ["grad-selu_1", { activation: "selu" }],
  ])("of %s shrinks or grows as in PyTorch, by either method", async (id, request) => {
    const known = golden.get(id)!.log_grad_ratio!;
    for (const method of ["sameDistribution", "literal"] as const) {
      const { gradient, seeds } = await run({
        ...request,
        method,
        layer: { kind: "dense", width: 256 },
        depth: 50,
        backward: true,
        seeds: method === "literal" ? 24 : 200,
      });
      const ratios = seeds.map(
        (_, row) =>
          (gradient!.inputLogRms[row]! - gradient!.logRms[(row + 1) * 50 - 1]!) * Math.LN10,
      );
      const slack = method === "literal" ? (known.q75 - known.q25) / 2 : 0;
      expect(median(ratios)).toBeGreaterThan(known.q25 - slack);
      expect(median(ratios)).toBeLessThan(known.q75 + slack);
    }
  });
});
