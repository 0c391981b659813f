import { expect, test } from "vitest";
import { createCpuDevice } from "./cpu-device";
import { canary } from "./canary";
import type { Device } from "./device";
import type { PlanOf } from "../jobs/plan";
import type { Conv2dResult, DeviceRequest, RenderResult, Result } from "../types";

/** The plain device with its answers changed on the way out. */
async function lying(change: (result: Result) => Result, half = false): Promise<Device> {
  const device = await createCpuDevice();
  return {
    ...device,
    precision: half ? "float16" : "float32",
    run: (async (request: DeviceRequest, plan: PlanOf<DeviceRequest>) =>
      change(await device.run(request, plan))) as Device["run"],
  };
}

function mapNumbers(change: (value: number) => number) {
  return (result: Result): Result =>
    result.job === "conv2d" ? withNumbers(result, change) : result;
}

function withNumbers({ output, job }: Conv2dResult, change: (value: number) => number) {
  return { job, output: { ...output, data: output.data.map(change) } };
}

test("a device that answers right passes, the first time and when made again", async () => {
  for (const again of [false, true])
    expect(await canary(await createCpuDevice(), again)).toBeNull();
});

test("one wrong number in the convolution is found", async () => {
  const slightly = (value: number) => (Number.isFinite(value) ? value * (1 + 2 ** -20) : value);
  expect(await canary(await lying(mapNumbers(slightly)))).toMatch(/convolution is wrong/);
});

test("a NaN that becomes 0 and an infinity that becomes large are found", async () => {
  const hideNan = (value: number) => (Number.isNaN(value) ? 0 : value);
  const clamp = (value: number) => (value === Infinity ? 3e38 : value);
  for (const change of [hideNan, clamp])
    expect(await canary(await lying(mapNumbers(change)))).toMatch(/NaN or infinity/);
});

test("half precision may answer an infinity as NaN, but not as a number", async () => {
  const infinite = (other: number) => (value: number) => (value === Infinity ? other : value);
  expect(await canary(await lying(mapNumbers(infinite(NaN)), true))).toBeNull();
  expect(await canary(await lying(mapNumbers(infinite(65_504)), true))).toMatch(/infinity/);
});

test("a picture whose range is not the plane's is found, also in a device made again", async () => {
  const blank = (result: Result): Result => {
    if (result.job !== "render") return result;
    const pictures: RenderResult["pictures"] = Object.fromEntries(
      Object.entries(result.pictures).map(([key, picture]) => [
        key,
        { ...picture, range: { ...picture.range, min: 0, max: 0 } },
      ]),
    );
    return { ...result, pictures };
  };
  for (const again of [false, true])
    expect(await canary(await lying(blank), again)).toMatch(/measured wrong/);
});

test("a device that throws is given its own words", async () => {
  const device = await lying(() => {
    throw new Error("shader does not compile");
  });
  expect(await canary(device)).toBe("shader does not compile");
});
