import { beforeAll, describe, expect, it } from "vitest";
import { conv2d } from "../../../core/conv/conv2d";
import { conv2dBackward } from "../../../core/conv/conv2d-backward";
import { maxPool, maxPoolBackward } from "../../../core/pool/max-pool";
import { normals } from "../../../core/random/fill";
import { influence } from "../../../core/receptive-field/influence";
import { deviationAbout, marginal } from "../../../core/receptive-field/map-spread";
import { repeated } from "../../../core/receptive-field/window-step";
import type { ConeLoops } from "../../ops/cone/cone-loops";
import { plainConeLoops } from "../../ops/cone/plain-cone-loops";
import { simdConeLoops } from "../../ops/cone/simd-cone-loops";
import type { FieldLayer } from "../../../core/receptive-field/cone";
import type { ReceptiveFieldRequest } from "../../receptive-field";
import { checkReceptiveField } from "./check";
import { runReceptiveField } from "./run";

const SIDE = 24;
const input = {
  shape: [SIDE, SIDE],
  data: Float32Array.from(normals(SIDE * SIDE, { seed: 5 }), (value) => 0.5 + value / 4),
};

const run = (request: ReceptiveFieldRequest, loops: ConeLoops) =>
  runReceptiveField(
    () => Promise.resolve(loops),
    request,
    checkReceptiveField(request),
    () => Promise.resolve(),
  );

const layers: readonly FieldLayer[] = [
  { kind: "conv", kernelSize: 3, padding: 1 },
  { kind: "maxPool", kernelSize: 2, stride: 2 },
  { kind: "depthwise", kernelSize: 3, dilation: 2, padding: 2 },
  { kind: "conv", kernelSize: 5, stride: 2, padding: 1 },
];

/** The whole maps, uncut, by core's functions: what the cone must agree with. */
function wholeGradient(channels: number, relu: boolean, seed: number, row: number, column: number) {
  const gain = relu ? 2 : 1;
  const draw = (taps: number, from: number, to: number, at: number, diagonal: boolean) => {
    const fanIn = taps * (diagonal ? 1 : from);
    const drawn = normals(taps * (diagonal ? 1 : from) * to, { seed, stream: at });
    const k = Math.sqrt(taps);
    const data = new Float32Array(taps * from * to);
    for (let i = 0; i < data.length; i++) {
      const out = i % to;
      const inn = Math.floor(i / to) % from;
      const tap = Math.floor(i / to / from);
      const value = diagonal ? (inn === out ? drawn[tap * to + out]! : 0) : drawn[i]!;
      data[i] = value * Math.sqrt(gain / fanIn);
    }
    return { shape: [k, k, from, to], data };
  };
  const around = (p: number) => ({ top: p, bottom: p, left: p, right: p });
  const rectified = <T extends { data: Float32Array; shape: readonly number[] }>(map: T) =>
    relu ? { shape: map.shape, data: map.data.map((value) => Math.max(value, 0)) } : map;
  const gate = (
    gradient: { shape: readonly number[]; data: Float32Array },
    at: { data: Float32Array },
  ) =>
    relu
      ? { ...gradient, data: gradient.data.map((value, i) => (at.data[i]! > 0 ? value : 0)) }
      : gradient;
  const w = [draw(9, 1, channels, 0, false), null, draw(9, channels, channels, 2, true)] as const;
  const w3 = draw(25, channels, channels, 3, false);
  const x = { shape: [1, SIDE, SIDE, 1], data: input.data };
  const first = { input: x, weights: w[0], padding: around(1) };
  const z0 = conv2d(first);
  const a0 = rectified(z0);
  const pooled = maxPool(a0, { size: 2 });
  const second = { input: pooled.output, weights: w[2], dilation: 2, padding: around(2) };
  const z2 = conv2d(second);
  const third = { input: rectified(z2), weights: w3, stride: 2, padding: around(1) };
  const z3 = conv2d(third);
  const data = new Float32Array(z3.data.length);
  data[(row * z3.shape[2]! + column) * channels] = 1;
  const g3 = conv2dBackward({ ...third, outputGradient: { shape: z3.shape, data } }).input;
  const g2 = conv2dBackward({ ...second, outputGradient: gate(g3, z2) }).input;
  const g1 = maxPoolBackward(a0.shape, pooled, g2);
  return conv2dBackward({ ...first, outputGradient: gate(g1, z0) }).input.data;
}

describe.each(["plain", "simd"] as const)("the measured field on %s loops", (name) => {
  let loopsOf: (channels: number) => Promise<ConeLoops>;
  beforeAll(() => {
    loopsOf = name === "simd" ? simdConeLoops : () => Promise.resolve(plainConeLoops());
  });

  it.each([
    [3, true, 0, 0],
    [8, false, 2, 3],
    [13, true, 4, 4],
  ])(
    "with %i channels, ReLU %s, unit (%i, %i) is the whole network's gradient",
    async (channels, relu, row, column) => {
      const weights = { kind: "random", channels, relu, seeds: [7] } as const;
      const request = {
        job: "receptiveFieldMeasured",
        input,
        layers,
        unit: { row, column },
        weights,
      } as const;
      const { size, energy, silent } = await run(request, await loopsOf(channels));
      const gradient = wholeGradient(channels, relu, 7, row, column);
      const total = gradient.reduce((sum, value) => sum + Math.abs(value), 0);
      const squares = gradient.reduce((sum, value) => sum + value ** 2, 0);
      expect(silent).toBe(0);
      expect(size.shape).toEqual([SIDE, SIDE]);
      gradient.forEach((value, at) => {
        expect(size.data[at]).toBeCloseTo(Math.abs(value) / total, 6);
        expect(energy.data[at]).toBeCloseTo(value ** 2 / squares, 6);
      });
    },
  );

  it("on average over linear stacks spreads its squares as the paths do", async () => {
    const steps = repeated({ kernelSize: 3 }, 8);
    const request: ReceptiveFieldRequest = {
      job: "receptiveFieldMeasured",
      input: { shape: [17, 17], data: new Float32Array(289) },
      layers: steps.map((step) => ({ kind: "conv", ...step })),
      unit: { row: 0, column: 0 },
      weights: { kind: "random", channels: 8, relu: false, seeds: 40 },
    };
    const { energy } = await run(request, await loopsOf(8));
    const axis = marginal({ rows: 17, columns: 17, data: energy.data }, "columns");
    const paths = influence(steps);
    paths.forEach((path, at) => expect(Math.abs(axis[at]! - path)).toBeLessThan(0.03));
    expect(Math.abs(deviationAbout(axis, 8) / Math.sqrt(16 / 3) - 1)).toBeLessThan(0.1);
  });
});
