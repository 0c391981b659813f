import type { Device } from "./device";

/** How devices come to be; the code of each is fetched when it is asked for, and not before. */
export interface DeviceMakers {
  /** float32 where the hardware stores it (else half precision), or half precision by order. */
  webgl(precision: "auto" | "float16"): Promise<Device>;
  wasm(): Promise<Device>;
  cpu(): Promise<Device>;
}

/** The real devices. */
export const deviceMakers: DeviceMakers = {
  async webgl(precision) {
    const { createWebglDevice } = await import("./webgl-device");
    return createWebglDevice({ precision });
  },
  async wasm() {
    const [{ createWasmDevice }, { default: wasmUrl }] = await Promise.all([
      import("./wasm-device"),
      import("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url"),
    ]);
    return createWasmDevice({ wasmUrl });
  },
  async cpu() {
    const { createCpuDevice } = await import("./cpu-device");
    return createCpuDevice();
  },
};
