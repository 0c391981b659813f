import { test as property } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convCases } from "../../../../tests/golden/conv-cases";
import { conv2dBackward } from "../../../core/conv/conv2d-backward";
import type { Conv2dBackwardRequest } from "../../conv2d-backward";
import type { Device } from "../../device/device";
import { anyConvolution, tensor, wave } from "../../ops/testing/any-convolution";
import { deviceOf, runOn, tiers } from "../../ops/testing/devices";
import type { Tier } from "../../types";
import { checkConv2dBackward } from "./check";

/** Rounding by itself: once a product where sums are float32, at every slice in half precision. */
const rounding: Readonly<Record<Tier, number>> = {
  "webgl-f32": 1e-6,
  "webgl-f16": 2 ** -9,
  wasm: 1e-6,
  cpu: 2 ** -24,
};

/** Compares within rounding of sums of so many products of numbers up to 4 in size. */
function expectClose(
  actual: Float32Array,
  expected: ArrayLike<number>,
  tier: Tier,
  products: number,
): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < actual.length; at++) {
    const slack = rounding[tier] * (4 * Math.sqrt(products) + Math.abs(expected[at]!));
    if (!(Math.abs(actual[at]! - expected[at]!) <= slack))
      expect.fail(`number ${at} is ${actual[at]}, not ${expected[at]}`);
  }
}

/** Products in one sum by input, weight and bias. */
function productsOf({ weights, outputGradient }: Conv2dBackwardRequest) {
  const [height = 1, width = 1, , filters = 1] = weights.shape;
  const [batch = 1, rows = 1, columns = 1] = outputGradient.shape;
  return { input: height * width * filters, weights: batch * rows * columns };
}

const requests = anyConvolution.map(({ spec, geometry: g, seed }): Conv2dBackwardRequest => {
  // A third of it 0, as behind a ReLU.
  const outputGradient = tensor([g.batch, g.outHeight, g.outWidth, g.outChannels], (at) =>
    at % 3 === 0 ? 0 : wave(seed + 2)(at),
  );
  return { job: "conv2dBackward", ...spec, outputGradient };
});

describe.each(tiers)("conv2dBackward on %s", (tier) => {
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());

  it("is tried on every golden convolution", () => {
    expect(convCases).toHaveLength(60);
  });

  it.each(convCases)("gives the golden gradients of $id", async ({ spec, exact, backward }) => {
    const { outputGradient, ...expected } = backward;
    const request = { job: "conv2dBackward", ...spec, outputGradient } as const;
    const { input, weights, bias } = await runOn(device, request);
    expect([input.shape, weights.shape]).toEqual([spec.input.shape, spec.weights.shape]);
    if (exact && tier !== "webgl-f16") {
      expect([...input.data]).toEqual(expected.input);
      expect([...weights.data]).toEqual(expected.weights);
      if (expected.bias) expect([...bias.data]).toEqual(expected.bias);
      return;
    }
    const products = productsOf(request);
    // Golden numbers are rounded once from float64 inputs.
    const slack = tier === "cpu" ? "wasm" : tier;
    expectClose(input.data, expected.input, slack, products.input);
    expectClose(weights.data, expected.weights, slack, products.weights);
    if (expected.bias) expectClose(bias.data, expected.bias, slack, products.weights);
  });

  property.prop([requests], { numRuns: 60 })(
    "agrees with core on any convolution",
    async (request) => {
      const result = await runOn(device, request);
      const expected = conv2dBackward(request);
      const products = productsOf(request);
      expect([...result.bias.shape]).toEqual([...expected.bias.shape]);
      expectClose(result.input.data, expected.input.data, tier, products.input);
      expectClose(result.weights.data, expected.weights.data, tier, products.weights);
      expectClose(result.bias.data, expected.bias.data, tier, products.weights);
    },
  );

  const whole = (side: number, channels: number): Conv2dBackwardRequest => ({
    job: "conv2dBackward",
    input: tensor([2, side, side, channels], wave(3)),
    weights: tensor([3, 3, channels, channels], wave(4)),
    outputGradient: tensor([2, side, side, channels], wave(5)),
    padding: "same",
  });

  it("says who did the arithmetic", async () => {
    const { madeBy } = await runOn(device, whole(6, 2));
    expect(madeBy).toBe({ cpu: "plain", wasm: "simd" }[tier as string] ?? "webgl");
  });

  it("adds up a hundred slices of windows and a hundred lines of weights", async () => {
    const request = whole(80, 10);
    const result = await runOn(device, request);
    const expected = conv2dBackward(request);
    const products = productsOf(request);
    expectClose(result.input.data, expected.input.data, tier, products.input);
    expectClose(result.weights.data, expected.weights.data, tier, products.weights);
    expectClose(result.bias.data, expected.bias.data, tier, products.weights);
  });

  it("shows NaN and infinity where core does", async () => {
    const request: Conv2dBackwardRequest = {
      job: "conv2dBackward",
      input: tensor([1, 5, 5, 2], (at) => (at === 12 ? Infinity : 1)),
      weights: tensor([3, 3, 2, 3], (at) => (at === 4 ? NaN : at === 50 ? -Infinity : 0.5)),
      outputGradient: tensor([1, 5, 5, 3], (at) => (at % 7 === 0 ? 0 : 1)),
      padding: "same",
    };
    const [actual, expected] = [await runOn(device, request), conv2dBackward(request)];
    // Half precision may store every non-finite number as NaN.
    const kind = (value: number) =>
      tier !== "webgl-f16" && !Number.isFinite(value) ? `${value}` : Number.isFinite(value);
    for (const part of ["input", "weights", "bias"] as const)
      expect([...actual[part].data].map(kind)).toEqual([...expected[part].data].map(kind));
  });

  it("holds nothing afterwards, nor after a breath that throws", async () => {
    const before = device.memory();
    await runOn(device, whole(12, 3));
    expect(device.memory()).toEqual(before);
    if (!tier.startsWith("webgl")) return;
    const large = whole(96, 32);
    const stop = () => Promise.reject(new DOMException("enough", "AbortError"));
    await expect(device.run(large, checkConv2dBackward(large), stop)).rejects.toThrow("enough");
    expect(device.memory()).toEqual(before);
  });
});
