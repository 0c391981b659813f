import { expect, test } from "vitest";
import { activationOf } from "../../../core/activation/activations";
import { conv2d } from "../../../core/conv/conv2d";
import { rounding } from "../../../core/float-format/float-format";
import { drawWeights } from "../../../core/init/draw";
import { batchNorm, batchNormBackward, freshStatistics } from "../../../core/norm/batch-norm";
import { normals } from "../../../core/random/fill";
import { summary } from "../../../core/statistics/summary";
import type { SignalChainRequest } from "../../signal-chain";
import { checkSignalChain } from "./check";
import { normaliseBackward, normaliseUnits } from "./normalise";
import { collectPatches, spreadPatches } from "./patches";
import { runSignalChain } from "./run";
import { openTools, plainTools } from "./tools";

const base: SignalChainRequest = {
  job: "signalChain",
  layer: { kind: "dense", width: 24, columns: 6 },
  depth: 5,
  init: "heNormal",
  activation: "tanh",
  format: "float32",
  seeds: [3, 11],
  method: "literal",
};

const like = new Float64Array();

/** log₁₀ rms of every layer of one seed, put together from core's own functions. */
function reference(request: SignalChainRequest, seed: number): number[] {
  const { layer, format, activation, residual } = request;
  const round = rounding(format);
  const { value } = activationOf(activation);
  const units = layer.kind === "dense" ? layer.width : layer.channels;
  const columns = layer.kind === "dense" ? (layer.columns ?? 1) : layer.side ** 2;
  let x = normals(units * columns, { seed }).map((z) => round(z * (request.inputDeviation ?? 1)));
  const logs: number[] = [];
  for (let at = 1; at <= request.depth; at++) {
    let z = linear(request, x, { seed, stream: at }).map(round);
    if (request.batchNorm) {
      const input = { shape: [columns, units], data: transpose(z, units, columns) };
      const ones = { shape: [units], data: new Float64Array(units).fill(1) };
      const zeros = { shape: [units], data: new Float64Array(units) };
      const { output } = batchNorm(
        { input, gamma: ones, beta: zeros },
        freshStatistics(like, units),
      );
      z = transpose(output.data, columns, units).map(round);
    }
    const branch = z.map((number) => round(value(number)));
    x = residual ? branch.map((f, i) => round(x[i]! + residual.scale * f)) : branch;
    logs.push(summary(x).logRms);
  }
  return logs;
}

function transpose(block: Float64Array, rows: number, columns: number): Float64Array {
  return Float64Array.from(block, (_, at) => block[(at % rows) * columns + Math.floor(at / rows)]!);
}

function linear(
  { layer, init, format }: SignalChainRequest,
  x: Float64Array,
  sequence: { seed: number; stream: number },
): Float64Array {
  const round = rounding(format);
  if (layer.kind === "dense") {
    const { width, columns = 1 } = layer;
    const w = drawWeights(init, [width, width], sequence, { like }).data.map(round);
    const y = new Float64Array(width * columns);
    for (let j = 0; j < width; j++)
      for (let c = 0; c < columns; c++)
        for (let i = 0; i < width; i++)
          y[j * columns + c]! += w[i * width + j]! * x[i * columns + c]!;
    return y;
  }
  const { channels, side, kernelSize, padding } = layer;
  const shape = [kernelSize, kernelSize, channels, channels];
  const weights = drawWeights(init, shape, sequence, { like: new Float32Array() });
  const input = {
    shape: [1, side, side, channels],
    data: Float32Array.from(transpose(x, channels, side * side)),
  };
  const half = kernelSize >> 1;
  const { data } = conv2d({
    input,
    weights,
    padding: { top: half, bottom: half, left: half, right: half },
    paddingMode: padding,
  });
  return transpose(Float64Array.from(data), side * side, channels);
}

const variants: readonly [string, Partial<SignalChainRequest>][] = [
  ["a matrix", {}],
  ["a vector", { layer: { kind: "dense", width: 37 } }],
  ["float64", { format: "float64", init: "glorotUniform" }],
  ["flushed float32", { format: "float32-flush" }],
  ["orthogonal weights", { init: "orthogonal", activation: "identity" }],
  ["constant weights", { init: { name: "constant", value: 0.1 }, activation: "sigmoid" }],
  ["zeros", { init: "zeros" }],
  ["a residual branch", { residual: { scale: 0.5 }, activation: "relu" }],
  ["batch normalisation", { batchNorm: true, activation: "relu" }],
  ["a wide input", { inputDeviation: 10 }],
  [
    "a convolution in zeros",
    {
      layer: { kind: "conv", channels: 5, side: 7, kernelSize: 3, padding: "zero" },
      activation: "relu",
    },
  ],
  [
    "a convolution on a torus",
    { layer: { kind: "conv", channels: 3, side: 6, kernelSize: 5, padding: "circular" } },
  ],
  [
    "a normalised convolution",
    {
      layer: { kind: "conv", channels: 4, side: 5, kernelSize: 1, padding: "zero" },
      batchNorm: true,
      residual: { scale: 1 },
    },
  ],
];

test.each(variants)(
  "a chain with %s is what core's functions make, by either tool",
  async (_, variant) => {
    const request = { ...base, ...variant };
    const plan = checkSignalChain(request);
    for (const tools of [await openTools(), plainTools()]) {
      const { logRms } = await runSignalChain(tools, request, plan, () => Promise.resolve());
      plan.seeds.forEach((seed, row) =>
        reference(request, seed).forEach((expected, layer) => {
          const actual = logRms[row * request.depth + layer]!;
          if (expected === -Infinity) expect(actual).toBe(-Infinity);
          else expect(Math.abs(actual - expected)).toBeLessThan(1e-5);
        }),
      );
    }
  },
);

test("what is collected into patches is spread back by the transpose", () => {
  for (const padding of ["zero", "circular"] as const) {
    const conv = { kind: "conv", channels: 3, side: 5, kernelSize: 3, padding } as const;
    const x = normals(75, { seed: 1 });
    const p = normals(27 * 25, { seed: 2 });
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
    expect(dot(collectPatches(conv, x), p)).toBeCloseTo(dot(x, spreadPatches(conv, p)), 10);
  }
});

test("the gradient before normalisation is core's", () => {
  const [units, columns] = [4, 6];
  const z = normals(24, { seed: 1 });
  const g = normals(24, { seed: 2 });
  const actual = normaliseBackward(normaliseUnits(z, columns), g, columns);
  const block = (data: Float64Array) => ({
    shape: [columns, units],
    data: transpose(data, units, columns),
  });
  const gamma = { shape: [units], data: new Float64Array(units).fill(1) };
  const beta = { shape: [units], data: new Float64Array(units) };
  const { input } = batchNormBackward({ input: block(z), gamma, beta }, block(g));
  transpose(input.data, columns, units).forEach((value, at) =>
    expect(actual[at]).toBeCloseTo(value, 12),
  );
});

test("a branch that is worth nothing passes signal and gradient unchanged", async () => {
  const request = { ...base, residual: { scale: 0 }, backward: true } as const;
  const plan = checkSignalChain(request);
  const result = await runSignalChain(await openTools(), request, plan, () => Promise.resolve());
  plan.seeds.forEach((_, row) => {
    expect(result.logRms[row * 5 + 4]).toBe(result.inputLogRms[row]);
    expect(result.gradient!.inputLogRms[row]).toBe(result.gradient!.logRms[row * 5 + 4]);
  });
});

test("the gradient through a convolution shrinks by what zero padding takes", async () => {
  const conv = { kind: "conv", channels: 16, side: 7, kernelSize: 3 } as const;
  const ratio = async (padding: "zero" | "circular") => {
    const request: SignalChainRequest = {
      ...base,
      layer: { ...conv, padding },
      activation: "identity",
      init: "lecunNormal",
      depth: 10,
      backward: true,
      seeds: 12,
    };
    const plan = checkSignalChain(request);
    const tools = await openTools();
    const { gradient } = await runSignalChain(tools, request, plan, () => Promise.resolve());
    const ratios = plan.seeds.map(
      (_, row) => gradient!.inputLogRms[row]! - gradient!.logRms[row * 10 + 9]!,
    );
    return ratios.reduce((a, b) => a + b) / ratios.length;
  };
  // Every layer keeps a share of 0.819 to 0.9011 of the second moment on a 7×7 map.
  const difference = (await ratio("circular")) - (await ratio("zero"));
  expect(difference).toBeGreaterThan((-10 * Math.log10(0.9011)) / 2 - 0.15);
  expect(difference).toBeLessThan((-10 * Math.log10(0.819)) / 2 + 0.15);
});
