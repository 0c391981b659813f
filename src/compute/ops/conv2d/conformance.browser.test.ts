import { fc, test as property } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convCases } from "../../../../tests/golden/conv-cases";
import { conv2d, conv2dPartials } from "../../../core/conv/conv2d";
import type { Device } from "../../device/device";
import type { Conv2dSpec, Tier } from "../../types";
import { anyConvolution, tensor, wave } from "../testing/any-convolution";
import { deviceOf, runOn, tiers, toHalf } from "../testing/devices";

/** Most that a sum of products may differ: rounding grows with the square root of their number. */
function tolerance(tier: Tier, spec: Conv2dSpec): number {
  const [height = 1, width = 1, channels = 1] = spec.weights.shape;
  const taps = height * width * channels;
  return tier === "webgl-f16" ? 2 ** -10 * Math.sqrt(taps) : 1e-5;
}

function expectClose(actual: Float32Array, expected: ArrayLike<number>, relative: number): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < actual.length; at++) {
    const difference = Math.abs(actual[at]! - expected[at]!);
    if (!(difference <= relative * (1 + Math.abs(expected[at]!))))
      expect.fail(`number ${at} is ${actual[at]}, not ${expected[at]}`);
  }
}

const classOf = (value: number) =>
  Number.isNaN(value) ? "NaN" : Number.isFinite(value) ? "finite" : `${value}`;

describe.each(tiers)("conv2d on %s", (tier) => {
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());

  it("serves under its own name", () => {
    expect(device.tier).toBe(tier);
    expect(device.precision).toBe(tier === "webgl-f16" ? "float16" : "float32");
  });

  it.each(convCases)("gives the golden numbers of $id", async ({ spec, exact, expected }) => {
    const { output } = await runOn(device, { job: "conv2d", ...spec });
    if (!exact) return expectClose(output.data, expected, tolerance(tier, spec));
    expect([...output.data]).toEqual(tier === "webgl-f16" ? expected.map(toHalf) : expected);
  });

  const specs = fc.tuple(anyConvolution, fc.boolean()).map(([{ spec }, relu]): Conv2dSpec => ({
    ...spec,
    bias: Array.from({ length: spec.weights.shape[3]! }, (_, i) => i / 4 - 0.5),
    activation: relu ? "relu" : "identity",
  }));

  property.prop([specs, fc.nat()], { numRuns: 60 })(
    "agrees with the reference on any convolution",
    async (spec, pick) => {
      const partialsOf = pick % spec.weights.shape[3]!;
      const result = await runOn(device, { job: "conv2d", ...spec, partialsOf });
      const expected = conv2d(spec);
      expect(result.output.shape).toEqual(expected.shape);
      const relative = tolerance(tier, spec);
      expectClose(result.output.data, expected.data, relative * 4);
      const partials = conv2dPartials(spec, partialsOf);
      expect(result.partials!.shape).toEqual(partials.shape);
      expectClose(result.partials!.data, partials.data, relative * 4);
    },
  );

  it("takes a batch of more pictures than are fetched together", async () => {
    const spec: Conv2dSpec = {
      input: tensor([34, 32, 32, 1], wave(8)),
      weights: tensor([1, 1, 1, 128], wave(9)),
      bias: Array.from({ length: 128 }, (_, at) => at / 32 - 2),
      activation: "relu",
    };
    const { output } = await runOn(device, { job: "conv2d", ...spec });
    const expected = conv2d(spec);
    expect(output.shape).toEqual(expected.shape);
    expectClose(output.data, expected.data, tolerance(tier, spec) * 4);
  });

  it("skips zero padding even under an infinite weight", async () => {
    const weights = tensor([3, 3, 1, 1], (at) => (at === 0 ? Infinity : 0.5));
    const spec: Conv2dSpec = { input: tensor([1, 6, 6, 1], () => 1), weights, padding: "same" };
    const { output } = await runOn(device, { job: "conv2d", ...spec });
    const kind = (value: number) =>
      tier === "webgl-f16" ? Number.isFinite(value) : classOf(value);
    expect([...output.data].map(kind)).toEqual([...conv2d(spec).data].map(kind));
  });

  it("shows NaN and infinity where IEEE arithmetic does", async () => {
    const special = new Map([
      [9, NaN],
      [40, Infinity],
      [70, -Infinity],
    ]);
    const spec: Conv2dSpec = {
      input: tensor([1, 10, 10, 1], (at) => special.get(at) ?? 1),
      weights: tensor([3, 3, 1, 1], () => 0.25),
      padding: "same",
      activation: "relu",
    };
    const { output } = await runOn(device, { job: "conv2d", ...spec });
    // Half precision may store every non-finite number as NaN.
    const kind = (value: number) =>
      tier === "webgl-f16" ? Number.isFinite(value) : classOf(value);
    expect([...output.data].map(kind)).toEqual([...conv2d(spec).data].map(kind));
  });

  it("keeps a broken channel out of the partial maps of the others", async () => {
    const spec: Conv2dSpec = {
      input: tensor([1, 4, 4, 3], (at) => (at % 3 === 1 ? NaN : at)),
      weights: tensor([1, 1, 3, 1], () => 0.5),
    };
    const { partials } = await runOn(device, { job: "conv2d", ...spec, partialsOf: 0 });
    expect([...partials!.data].map(classOf)).toEqual(
      Array.from({ length: 48 }, (_, at) => (at % 3 === 1 ? "NaN" : "finite")),
    );
  });

  it("treats zeros and numbers below the smallest normal one as at most as small", async () => {
    const spec: Conv2dSpec = {
      input: tensor([1, 1, 4, 1], (at) => [-0, 1e-40, -1e-40, 1e-38][at]!),
      weights: tensor([1, 1, 1, 1], () => 1),
    };
    const { output } = await runOn(device, { job: "conv2d", ...spec });
    output.data.forEach((value, at) =>
      expect(Math.abs(value)).toBeLessThanOrEqual(Math.abs(spec.input.data[at]!)),
    );
    expect(Object.is(output.data[0], 0)).toBe(true);
  });

  it("holds no more after fifty jobs than after one", async () => {
    const input = tensor([1, 40, 40, 3], wave(1));
    const job = (round: number) =>
      runOn(device, {
        job: "conv2d",
        input,
        weights: tensor([3, 3, 3, 4], wave(round)),
        padding: "same",
        partialsOf: 1,
      });
    await job(0);
    const before = device.memory();
    for (let round = 1; round < 50; round++) await job(round);
    expect(device.memory()).toEqual(before);
  });

  it("bounds the inputs it remembers, and keeps held ones", async () => {
    const make = (seed: number) => tensor([1, 32, 32, 1], wave(seed));
    const weights = tensor([1, 1, 1, 1], () => 1);
    const held = make(0);
    device.hold(held);
    const first = await runOn(device, { job: "conv2d", input: held, weights });
    for (let seed = 1; seed < 12; seed++)
      await runOn(device, { job: "conv2d", input: make(seed), weights });
    const full = device.memory();
    for (let seed = 12; seed < 20; seed++)
      await runOn(device, { job: "conv2d", input: make(seed), weights });
    expect(device.memory()).toEqual(full);
    const again = await runOn(device, { job: "conv2d", input: held, weights });
    expect(again.output.data).toEqual(first.output.data);
    expect(device.memory()).toEqual(full);
    device.release(held);
    if (tier !== "cpu") expect(device.memory().tensors).toBe(full.tensors - 1);
  });
});
