import wasmUrl from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { createCpuDevice } from "../../device/cpu-device";
import type { Device } from "../../device/device";
import { createWasmDevice } from "../../device/wasm-device";
import { createWebglDevice } from "../../device/webgl-device";
import { checkRequest } from "../../jobs/check";
import type { DeviceRequest, ResultOf, Tier } from "../../types";

/** Every tier's device, for suites that loop over them in a browser. */
export const deviceOf: Readonly<Record<Tier, () => Promise<Device>>> = {
  "webgl-f32": () => createWebglDevice(),
  "webgl-f16": () => createWebglDevice({ precision: "float16" }),
  wasm: () => createWasmDevice({ wasmUrl }),
  cpu: () => createCpuDevice(),
};

export const tiers = Object.keys(deviceOf) as readonly Tier[];

/** Checks a request as the engine does, and runs it. */
export async function runOn<R extends DeviceRequest>(
  device: Device,
  request: R,
): Promise<ResultOf<R>> {
  return device.run(request, await checkRequest(request));
}

/** A number rounded to half precision, to even; ±65520 and more become infinite. */
export function toHalf(value: number): number {
  const size = Math.abs(value);
  if (!(size < 65520)) return Number.isNaN(value) ? NaN : Math.sign(value) * Infinity;
  const exponent = Math.max(Math.floor(Math.log2(size || 1)), -14);
  const step = 2 ** (exponent - 10);
  const whole = size / step;
  const down = Math.floor(whole);
  const rest = whole - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? 1 : 0;
  return Math.sign(value) * (down + up) * step;
}
