/** NaN, infinities and the ends of the range through the ops of every tier, against core's loops. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCpuDevice } from "./device/cpu-device";
import type { Device } from "./device/device";
import { deviceOf, runOn, tiers } from "./ops/testing/devices";
import type { Conv2dRequest, RenderRequest } from "./types";

const numbers = [NaN, Infinity, -Infinity, 1e-40, -1e-40, -0, 0, 65504, 65520, -65520, 3.4e38, 1];
const input = { shape: [1, 3, 4, 1], data: Float32Array.from(numbers) };
const weights = { shape: [1, 1, 1, 1], data: Float32Array.of(1) };

/** What a number is to the reader; half precision tells only finite numbers from others. */
function classOf(value: number, half: boolean): string {
  if (!Number.isFinite(value) || (half && Math.abs(value) >= 65520))
    return half ? "not finite" : String(value);
  return Math.abs(value) < (half ? 2 ** -25 : 2 ** -126) ? "zero" : "finite";
}

let reference: Device;
beforeAll(async () => {
  reference = await createCpuDevice();
});

describe.each(tiers)("special numbers on %s", (tier) => {
  const half = tier === "webgl-f16";
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());

  const classes = (data: Float32Array) => [...data].map((value) => classOf(value, half));

  it.each(["identity", "relu"] as const)("stay what they are through %s", async (activation) => {
    const request: Conv2dRequest = { job: "conv2d", input, weights, activation };
    const { output } = await runOn(device, request);
    const expected = (await runOn(reference, request)).output;
    expect(classes(output.data)).toEqual(classes(expected.data));
    // The negative infinity becomes 0 under ReLU, and not NaN.
    if (!half) expect(output.data[2]).toBe(activation === "relu" ? 0 : -Infinity);
    if (!half) expect(output.data[10]).toBe(Math.fround(3.4e38));
  });

  it("are counted as the reference counts them, and the largest and smallest are exact", async () => {
    const request: RenderRequest = {
      job: "render",
      conv: { input, weights },
      views: [
        {
          key: "map",
          plane: { of: "output", outChannel: 0 },
          scale: { kind: "signed", limit: "auto" },
        },
      ],
    };
    const measured = async (on: Device) => {
      const { range, bitmap } = (await runOn(on, request)).pictures.map!;
      bitmap?.close();
      return range;
    };
    const [range, expected] = [await measured(device), await measured(reference)];
    if (!half) return expect(range).toEqual(expected);
    expect(range.max).toBe(65504);
    expect(range.min).toBeLessThanOrEqual(0);
  });
});
