import { fc, test as property } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import golden from "../../../../tests/golden/pool2d.json";
import { averagePool } from "../../../core/pool/average-pool";
import { maxPool } from "../../../core/pool/max-pool";
import type { Device } from "../../device/device";
import { deviceOf, runOn, tiers } from "../../ops/testing/devices";
import type { Pool2dRequest } from "../../pool2d";
import { checkPool2d } from "./check";

interface Flat {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** `[batch, channels, height, width]` to `[batch, height, width, channels]`. */
function nhwc({ shape, data }: Flat): { shape: number[]; data: Float32Array } {
  const [batch, channels, height, width] = shape as [number, number, number, number];
  const out = new Float32Array(data.length);
  data.forEach((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width) % height];
    const [channel, image] = [
      Math.floor(at / width / height) % channels,
      Math.floor(at / width / height / channels),
    ];
    out[((image * height + y) * width + x) * channels + channel] = value;
  });
  return { shape: [batch, height, width, channels], data: out };
}

const cases = golden.cases
  .filter(({ kind }) => kind !== "adaptive_avg")
  .map((one) => {
    const [vertical, horizontal] = one.padding as [number, number];
    const request: Pool2dRequest = {
      job: "pool2d",
      kind: one.kind === "max" ? "max" : "average",
      input: nhwc(one.input),
      size: one.kernel as [number, number],
      stride: one.stride as [number, number],
      padding: { top: vertical, bottom: vertical, left: horizontal, right: horizontal },
      ceil: one.ceil_mode as boolean,
      ...(one.kind === "max"
        ? { dilation: one.dilation as [number, number] }
        : { countPadding: one.count_include_pad as boolean }),
    };
    return { id: one.id, request, expected: nhwc(one.output) };
  });

const pair = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }));

/** Any pooling there is; those whose window does not fit, or is half padding, are no pooling. */
const requests = fc
  .record({
    largest: fc.boolean(),
    batch: fc.integer({ min: 1, max: 2 }),
    channels: fc.integer({ min: 1, max: 5 }),
    sides: pair(12),
    size: pair(4),
    stride: pair(4),
    dilation: pair(3),
    pad: fc.record({ top: fc.nat(2), bottom: fc.nat(2), left: fc.nat(2), right: fc.nat(2) }),
    ceil: fc.boolean(),
    countPadding: fc.boolean(),
    seed: fc.nat(999),
  })
  .map(({ largest, batch, channels, sides, dilation, countPadding, pad, seed, ...rest }) => {
    const shape = [batch, ...sides, channels];
    const count = shape.reduce((product, side) => product * side, 1);
    const request: Pool2dRequest = {
      job: "pool2d",
      kind: largest ? "max" : "average",
      input: {
        shape,
        data: Float32Array.from({ length: count }, (_, at) => Math.sin(at * 7 + seed)),
      },
      padding: pad,
      ...rest,
      ...(largest ? { dilation } : { countPadding }),
    };
    try {
      checkPool2d(request);
      return request;
    } catch {
      return null;
    }
  })
  .filter((request) => request !== null);

describe.each(tiers)("pool2d on %s", (tier) => {
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());
  const relative = tier === "webgl-f16" ? 2 ** -10 : 1e-6;
  // Half precision may store every non-finite number as NaN.
  const shown = (value: number) => (tier === "webgl-f16" && !Number.isFinite(value) ? NaN : value);

  it("is tried on every golden pooling that has a window", () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)("gives the golden numbers of $id", async ({ request, expected }) => {
    const { output } = await runOn(device, request);
    expect([...output.shape]).toEqual(expected.shape);
    output.data.forEach((value, at) => {
      const wanted = expected.data[at]!;
      if (!(Math.abs(value - wanted) <= relative * (Math.abs(wanted) + 0.1)))
        expect.fail(`number ${at} is ${value}, not ${wanted}`);
    });
  });

  property.prop([requests], { numRuns: 60 })("agrees with core on any pooling", async (request) => {
    const { output } = await runOn(device, request);
    const expected =
      request.kind === "max"
        ? maxPool(request.input, request).output
        : averagePool(request.input, request);
    expect([...output.shape]).toEqual([...expected.shape]);
    expected.data.forEach((wanted, at) => {
      // Over nothing but padding a mean is NaN and the largest is −∞; half precision may mix them up.
      if (!Number.isFinite(wanted)) return expect(shown(output.data[at]!)).toBe(shown(wanted));
      if (!(Math.abs(output.data[at]! - wanted) <= relative * (Math.abs(wanted) + 1)))
        expect.fail(`number ${at} is ${output.data[at]}, not ${wanted}`);
    });
  });

  it("gives −∞ where a dilated window sees padding alone", async () => {
    const input = { shape: [1, 2, 1, 1], data: Float32Array.of(0, 0.5) };
    const { output } = await runOn(device, {
      job: "pool2d",
      kind: "max",
      input,
      size: 2,
      dilation: [3, 1],
      stride: 1,
      padding: { top: 1, bottom: 1, left: 1, right: 0 },
    });
    // As PyTorch answers.
    expect([...output.data].map(shown)).toEqual([shown(-Infinity)]);
  });

  it("lets NaN win, and the padding never", async () => {
    const data = Float32Array.from([-3, -1, NaN, -Infinity, -2, Infinity, -5, -7, -Infinity]);
    const input = { shape: [1, 3, 3, 1], data };
    const padding = { top: 1, bottom: 1, left: 1, right: 1 };
    const { output } = await runOn(device, {
      job: "pool2d",
      kind: "max",
      input,
      size: 2,
      stride: 1,
      padding,
    });
    const expected = maxPool(input, { size: 2, stride: 1, padding }).output.data;
    expect([...output.data].map(shown)).toEqual([...expected].map(shown));
  });

  it("takes more planes than fit on the device at a time, and holds none afterwards", async () => {
    const before = device.memory();
    const input = {
      shape: [2, 5, 4, 50],
      data: Float32Array.from({ length: 2000 }, (_, at) => (at * 7919) % 512),
    };
    const { output } = await runOn(device, { job: "pool2d", kind: "average", input, size: 2 });
    expect([...output.data]).toEqual([...averagePool(input, { size: 2 }).data]);
    expect(device.memory()).toEqual(before);
  });
});
