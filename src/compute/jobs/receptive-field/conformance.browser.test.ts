import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Device } from "../../device/device";
import { deviceOf, runOn } from "../../ops/testing/devices";
import { plainConeLoops } from "../../ops/cone/plain-cone-loops";
import type { ReceptiveFieldRequest, ReceptiveFieldResult } from "../../receptive-field";
import { checkReceptiveField } from "./check";
import { runReceptiveField } from "./run";

const side = 40;
const request: ReceptiveFieldRequest = {
  job: "receptiveFieldMeasured",
  input: {
    shape: [side, side],
    data: Float32Array.from({ length: side * side }, (_, at) => ((at * 37) % 101) / 100),
  },
  layers: [
    { kind: "conv", kernelSize: 3, padding: 1 },
    { kind: "averagePool", kernelSize: 2, stride: 2 },
    { kind: "conv", kernelSize: 3, dilation: 3, padding: 3 },
    { kind: "conv", kernelSize: 3, stride: 2 },
  ],
  unit: { row: 0, column: 5 },
  weights: { kind: "random", channels: 6, relu: true, seeds: 3 },
};

let expected: ReceptiveFieldResult;
beforeAll(async () => {
  const plan = checkReceptiveField(request);
  expected = await runReceptiveField(
    async () => plainConeLoops(),
    request,
    plan,
    () => Promise.resolve(),
  );
});

describe.each(["webgl-f32", "webgl-f16", "wasm", "cpu"] as const)("a field on %s", (tier) => {
  let device: Device;
  beforeAll(async () => {
    device = await deviceOf[tier]();
  });
  afterAll(() => device.dispose());

  it("is that of core's loops, and holds nothing afterwards", async () => {
    const before = device.memory();
    const { size, energy, madeBy } = await runOn(device, request);
    expect(madeBy).toBe("simd");
    expected.size.data.forEach((share, at) => expect(size.data[at]).toBeCloseTo(share, 6));
    expected.energy.data.forEach((share, at) => expect(energy.data[at]).toBeCloseTo(share, 6));
    expect(device.memory()).toEqual(before);
  });

  it("of equal weights is exact", async () => {
    const { size, madeBy } = await runOn(device, { ...request, weights: { kind: "equal" } });
    expect(madeBy).toBe("exact");
    expect(size.data.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });
});
