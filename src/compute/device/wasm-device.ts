import { DeviceLostError } from "../errors";
import { runConv2d } from "../jobs/conv2d";
import { lateDetection } from "../jobs/detection/late";
import { runJob, type Jobs } from "../jobs/job";
import { late } from "../jobs/late";
import { runRender } from "../jobs/render";
import { lateSignalChain } from "../jobs/signal-chain/late";
import { cpuConv2d } from "../ops/conv2d/cpu";
import { createWasmConv2d } from "../ops/conv2d/wasm";
import { paintPixels } from "../ops/render/pixels";
import type { Device } from "./device";
import { createInputCache } from "./input-cache";
import { createWasmContext, type HeapTensor } from "./wasm/context";
import { processorJobs } from "./processor-jobs";

/**
 * A device on tfjs's wasm backend, one thread with SIMD. The caller disposes it.
 *
 * @throws {DeviceLostError} no WebAssembly SIMD here, or the binary cannot be loaded.
 */
export async function createWasmDevice(options: { readonly wasmUrl: string }): Promise<Device> {
  const context = await createWasmContext(options.wasmUrl);
  const inputs = createInputCache<HeapTensor>();
  const conv2d = createWasmConv2d(context, inputs);
  let disposed = false;
  const jobs: Jobs = {
    conv2d: (request, geometry) => runConv2d(conv2d, request, geometry),
    render: (request, geometry) =>
      runRender({ maps: conv2d.maps, paint: paintPixels }, request, geometry),
    conv2dBackward: late(async () => (await import("../jobs/conv2d-backward/run")).backwardBySimd),
    pool2d: late(async () => (await import("../jobs/pool2d/run")).poolOnProcessor),
    convStack: late(async () => (await import("../jobs/conv-stack/run")).openStack()),
    signalChain: lateSignalChain(),
    ...processorJobs(),
    // tfjs's kernel adds up in an order of the filter's size: equal kernels must give equal maps.
    detection: lateDetection((request, geometry) => runConv2d(cpuConv2d, request, geometry)),
  };
  return {
    tier: "wasm",
    renderer: "",
    precision: "float32",
    lost: new Promise(() => {}),
    async run(request, plan, breathe) {
      if (disposed) throw new DeviceLostError("this device was disposed");
      return runJob(jobs, request, plan, breathe);
    },
    memory: () => context.memory(),
    hold: (tensor) => inputs.hold(tensor),
    release: (tensor) => inputs.release(tensor),
    dispose() {
      if (disposed) return;
      disposed = true;
      inputs.clear();
      context.dispose();
    },
  };
}
