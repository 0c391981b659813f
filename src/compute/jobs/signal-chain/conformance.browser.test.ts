import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCpuDevice } from "../../device/cpu-device";
import type { Device } from "../../device/device";
import { deviceOf } from "../../ops/testing/devices";
import type { SignalChainRequest, SignalChainResult } from "../../signal-chain";
import { checkSignalChain } from "./check";

const run = (device: Device, request: Partial<SignalChainRequest>): Promise<SignalChainResult> => {
  const whole: SignalChainRequest = {
    job: "signalChain",
    layer: { kind: "dense", width: 64 },
    depth: 20,
    init: "lecunNormal",
    activation: "tanh",
    format: "float32",
    seeds: 3,
    method: "literal",
    ...request,
  };
  return device.run(whole, checkSignalChain(whole));
};

function expectClose(actual: Float32Array, expected: Float32Array, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, at) => {
    if (!(Math.abs(value - expected[at]!) <= tolerance) && !Object.is(value, expected[at]))
      expect.fail(`number ${at} is ${value}, not ${expected[at]}`);
  });
}

const typed = (formula: string) => ({ name: "formula", formula }) as const;
const wide = { name: "normal", deviation: 0.2 } as const;
const matrix = { kind: "dense", width: 24, columns: 13 } as const;
const map = (padding: "zero" | "circular") =>
  ({ kind: "conv", channels: 8, side: 9, kernelSize: 3, padding }) as const;

/** The one case above that the graphics processor leaves to the processor. */
const alone = ({ layer }: Partial<SignalChainRequest>) =>
  layer?.kind === "dense" && layer.width % 4 !== 0;

let reference: Device;
beforeAll(async () => {
  reference = await createCpuDevice();
});

describe.each(["webgl-f32", "webgl-f16", "wasm", "cpu"] as const)("the chain on %s", (tier) => {
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());

  it.each<[string, Partial<SignalChainRequest>]>([
    ["tanh", {}],
    ["ReLU and He", { activation: "relu", init: "heNormal" }],
    ["uniform weights", { activation: "identity", init: "glorotUniform" }],
    ["leaky ReLU", { activation: { name: "leakyRelu", slope: 0.2 }, init: "heUniform" }],
    ["sigmoid", { activation: "sigmoid" }],
    ["SiLU", { activation: "silu", init: "heNormal" }],
    [
      "32 slices and a large seed",
      { layer: { kind: "dense", width: 1024 }, depth: 3, seeds: [2 ** 50 + 3] },
    ],
    ["a width no texel divides", { layer: { kind: "dense", width: 50 } }],
    ["GELU", { activation: "gelu" }],
    ["40 seeds", { seeds: 40 }],
    ["every number the same", { init: { name: "constant", value: 0.02 }, depth: 4 }],
    [
      "a typed formula",
      { activation: typed("x * sigmoid(1.5 * x) + 0.1 * sin(x)"), init: "heNormal" },
    ],
    [
      "a typed formula with corners",
      { activation: typed("where(x > 0.5, x, max(-1, x) / 2)"), init: wide },
    ],
    ["a residual branch", { activation: "relu", init: "heNormal", residual: { scale: 0.2 } }],
    ["a matrix", { layer: { kind: "dense", width: 32, columns: 17 } }],
    ["batch normalisation", { layer: { kind: "dense", width: 48, columns: 12 }, batchNorm: true }],
    [
      "batch normalisation, a residual branch and a typed formula",
      {
        layer: { kind: "dense", width: 16, columns: 200 },
        seeds: 25,
        depth: 6,
        batchNorm: true,
        residual: { scale: 0.5 },
        activation: typed("max(x, 0) - 0.4"),
      },
    ],
    ["maps that end", { layer: map("zero"), activation: "relu", init: "heNormal", depth: 8 }],
    ["maps that go round", { layer: map("circular"), batchNorm: true, depth: 8 }],
  ])("with %s has the reference's log rms to 1e-4", async (_, request) => {
    const [actual, expected] = [await run(device, request), await run(reference, request)];
    expectClose(actual.logRms, expected.logRms, 1e-4);
    expectClose(actual.inputLogRms, expected.inputLogRms, 1e-6);
    const rms = [...expected.logRms].map((log) => 10 ** log);
    for (const name of ["mean", "deviation"] as const)
      actual[name].forEach((value, at) =>
        expect(Math.abs(value - expected[name][at]!) / rms[at]!).toBeLessThan(2e-4),
      );
    if (tier === "webgl-f32") expect(actual.madeBy).toBe(alone(request) ? "simd" : "webgl");
    expect(actual.events).toEqual(expected.events);
    actual.layers.forEach(({ shares }, layer) => {
      const { saturated, dead, zero } = expected.layers[layer]!.shares;
      expect(shares.saturated).toBeCloseTo(saturated, 2);
      expect(shares.dead).toBeCloseTo(dead, 2);
      expect(shares.zero).toBeCloseTo(zero, 2);
    });
  });

  it.each<[string, Partial<SignalChainRequest>]>([
    ["a vector", { seeds: 40 }],
    ["a residual branch and ReLU", { activation: "relu", residual: { scale: 0.3 } }],
    [
      "a matrix and a typed formula",
      { layer: matrix, activation: typed("x * sigmoid(x)"), init: "heNormal", depth: 8 },
    ],
    ["batch normalisation", { layer: matrix, batchNorm: true, residual: { scale: 0.5 } }],
    ["maps that end", { layer: map("zero"), activation: "relu", init: "heNormal", depth: 8 }],
    ["maps that go round", { layer: map("circular"), init: "glorotUniform", depth: 8 }],
  ])("sends a gradient back through %s as the reference does", async (_, request) => {
    const whole = { ...request, backward: true };
    const [actual, expected] = [await run(device, whole), await run(reference, whole)];
    expectClose(actual.logRms, expected.logRms, 1e-4);
    expectClose(actual.gradient!.logRms, expected.gradient!.logRms, 2e-4);
    expectClose(actual.gradient!.inputLogRms, expected.gradient!.inputLogRms, 2e-4);
    if (tier === "webgl-f32") expect(actual.madeBy).toBe("webgl");
  });

  it("counts numbers of a layer into bins", async () => {
    const request = { histograms: [2, 20], seeds: 5 };
    const [actual, expected] = [await run(device, request), await run(reference, request)];
    expect(actual.histograms.map(({ layer }) => layer)).toEqual([2, 20]);
    actual.histograms.forEach(({ from, to, counts }, at) => {
      const other = expected.histograms[at]!;
      expect(from).toBeCloseTo(other.from, 4);
      expect(to).toBeCloseTo(other.to, 4);
      expect(counts.reduce((sum, count) => sum + count)).toBe(5 * 64);
    });
  });

  it("says who did the arithmetic", async () => {
    const gpu = tier === "webgl-f32" ? "webgl" : "simd";
    expect((await run(device, {})).madeBy).toBe(gpu);
    expect((await run(device, { init: "orthogonal" })).madeBy).toBe("simd");
    // What cancels in float32 is not trusted with small numbers.
    const small = { activation: typed("exp(x) - 1"), inputDeviation: 1e-5, depth: 3 };
    expect((await run(device, small)).madeBy).toBe("simd");
    expect((await run(device, { method: "sameDistribution" })).madeBy).toBe("simd");
    expect((await run(device, { format: "float16" })).madeBy).toBe("simd");
    // Beyond half precision and near the subnormal numbers alike, float32 is float32.
    const vanishing = await run(device, { init: { name: "normal", deviation: 0.001 }, depth: 30 });
    expect(vanishing.madeBy).toBe("simd");
    expect(vanishing.events.allZero[0]).toBeGreaterThan(0);
  });

  it("explodes and vanishes at the layers of the experiments", async () => {
    const layer = { kind: "dense", width: 512 } as const;
    const shape = { layer, depth: 75, activation: "identity", seeds: [5] } as const;
    const one = await run(device, { ...shape, init: { name: "normal", deviation: 1 } });
    expect([28, 29]).toContain(one.events.anyInfinite[0]);
    expect([29, 30]).toContain(one.events.allNonFinite[0]);
    const two = await run(device, { ...shape, init: { name: "normal", deviation: 0.01 } });
    expect([69, 70, 71]).toContain(two.events.allZero[0]);
    const flush = { ...shape, format: "float32-flush" } as const;
    const three = await run(device, { ...flush, init: { name: "normal", deviation: 0.01 } });
    expect([59, 60, 61]).toContain(three.events.allZero[0]);
  });

  it("gives the same numbers again, and holds nothing afterwards", async () => {
    const before = device.memory();
    const first = await run(device, {});
    const again = await run(device, {});
    expect(again.logRms).toEqual(first.logRms);
    expect(device.memory()).toEqual(before);
  });

  it("stops at a breath that throws, and holds nothing then", async () => {
    const before = device.memory();
    const request: SignalChainRequest = {
      job: "signalChain",
      layer: { kind: "dense", width: 512 },
      depth: 100,
      init: "lecunNormal",
      activation: "identity",
      format: "float32",
      seeds: 40,
      method: "literal",
    };
    const stop = () => Promise.reject(new DOMException("enough", "AbortError"));
    const start = performance.now();
    await expect(device.run(request, checkSignalChain(request), stop)).rejects.toThrow("enough");
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(device.memory()).toEqual(before);
  });
});
