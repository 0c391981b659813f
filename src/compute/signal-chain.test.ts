import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompute } from "./client";
import { BudgetError, RequestError } from "./errors";
import type { SignalChainRequest } from "./signal-chain";
import type { Compute, Conv2dRequest } from "./types";

const chain: SignalChainRequest = {
  job: "signalChain",
  layer: { kind: "dense", width: 64 },
  depth: 10,
  init: "heNormal",
  activation: "relu",
  format: "float32",
  seeds: 4,
  method: "literal",
};

const long: SignalChainRequest = {
  ...chain,
  layer: { kind: "dense", width: 512 },
  depth: 100,
  seeds: 100,
};

const conv: Conv2dRequest = {
  job: "conv2d",
  input: { shape: [1, 2, 2, 1], data: Float32Array.of(1, 2, 3, 4) },
  weights: { shape: [1, 1, 1, 1], data: Float32Array.of(2) },
};

let compute: Compute;
beforeAll(async () => {
  compute = await createCompute();
});
afterAll(() => compute.dispose());

describe("a chain through the engine", () => {
  it("answers with every number a chart needs", async () => {
    const result = await compute.run({ ...chain, backward: true, histograms: [1, 10] });
    expect(result).toMatchObject({ job: "signalChain", tier: "cpu", madeBy: "simd", exact: true });
    expect(result.layers).toHaveLength(10);
    expect(result.logRms).toHaveLength(40);
    expect(result.gradient!.logRms).toHaveLength(40);
    expect(result.gradient!.inputLogRms).toHaveLength(4);
    expect(result.layers[9]!.gradientLogRms).toHaveLength(5);
    for (const { layer, counts, from, to } of result.histograms) {
      expect([1, 10]).toContain(layer);
      expect(counts.reduce((a, b) => a + b)).toBe(4 * 64);
      expect(from).toBe(0);
      expect(to).toBeGreaterThan(0);
    }
    const [low, , middle, , high] = result.layers[0]!.logRms;
    expect(low).toBeLessThanOrEqual(middle);
    expect(middle).toBeLessThanOrEqual(high);
  });

  it("is the same for the same seeds, however they are listed", async () => {
    const first = await compute.run(chain);
    const again = await compute.run({ ...chain, seeds: [0, 1, 2, 3] });
    expect(again.logRms).toEqual(first.logRms);
    const one = await compute.run({ ...chain, seeds: [2] });
    expect([...one.logRms]).toEqual([...first.logRms.slice(20, 30)]);
  });

  it("stops within a moment when it is called off, and lets others in", async () => {
    const calledOff = new AbortController();
    const running = compute.run(long, { signal: calledOff.signal });
    const waiting = compute.run(conv);
    setTimeout(() => calledOff.abort(), 100);
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    const start = performance.now();
    expect([...(await waiting).output.data]).toEqual([2, 4, 6, 8]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each<[string, Partial<SignalChainRequest>, RegExp]>([
    ["a thousand million layers", { depth: 1e9 }, /depth may be 300 at most/],
    ["a million units", { layer: { kind: "dense", width: 1e6 } }, /width may be 1024 at most/],
    ["too many weights", { ...long, seeds: 500 }, /million random weights; 4,000 million/],
    [
      "too many products",
      { ...long, layer: { kind: "dense", width: 512, columns: 1024 } },
      /million multiply-accumulates/,
    ],
    [
      "too much to remember for the way back",
      {
        layer: { kind: "dense", width: 512, columns: 512 },
        depth: 70,
        seeds: 1,
        backward: true,
      },
      /the way back needs 280 MiB of activations/,
    ],
  ])("refuses %s in under 50 ms, and says why", async (_, request, reason) => {
    await compute.run(chain);
    let quickest = Infinity;
    for (let round = 0; round < 4; round++) {
      const start = performance.now();
      const error: unknown = await compute.run({ ...chain, ...request }).catch((e: unknown) => e);
      quickest = Math.min(quickest, performance.now() - start);
      expect(error).toBeInstanceOf(BudgetError);
      expect((error as Error).message).toMatch(reason);
    }
    // A busy machine is no fault of the check.
    expect(quickest).toBeLessThan(50);
  });

  it.each([
    ["tanh(x) + foo(x)", 10, /“foo” is no function/],
    ["x +", 3, /the formula ends/],
    ["alert(1)", 0, /“alert” is no function/],
    ["x".repeat(201), 200, /200 characters/],
  ])("points at the character where %s stops being a formula", async (formula, at, reason) => {
    const error: unknown = await compute
      .run({ ...chain, activation: { name: "formula", formula } })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "expression", at });
    expect((error as Error).message).toMatch(reason);
  });

  it.each<[string, Partial<SignalChainRequest>]>([
    ["an activation nobody knows", { activation: "rely" as "relu" }],
    ["an endless slope", { activation: { name: "leakyRelu", slope: Infinity } }],
    ["half a layer", { depth: 0.5 }],
    ["no seed", { seeds: [] }],
    ["a seed below 0", { seeds: [-1] }],
    ["a width that is too small", { layer: { kind: "dense", width: 4 } }],
    ["a format nobody knows", { format: "float8" as "float16" }],
    [
      "the shortcut for a matrix",
      { method: "sameDistribution", layer: { kind: "dense", width: 64, columns: 8 } },
    ],
    ["the shortcut for constants", { method: "sameDistribution", init: "zeros" }],
    ["batch normalisation of a vector", { batchNorm: true }],
    [
      "a kernel of even side",
      { layer: { kind: "conv", channels: 4, side: 8, kernelSize: 2, padding: "zero" } },
    ],
    ["a histogram of a layer beyond the last", { histograms: [11] }],
    ["an endless input", { inputDeviation: Infinity }],
  ])("refuses %s", async (_, request) => {
    await expect(compute.run({ ...chain, ...request })).rejects.toBeInstanceOf(RequestError);
  });
});
