import { env, type TensorInfo } from "@tensorflow/tfjs-core/dist/base";
import "@tensorflow/tfjs-backend-wasm/dist/flags_wasm";
import { BackendWasm, init, setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm";
import type { Copy } from "../input-cache";
import { DeviceLostError } from "../../errors";

/** Numbers on the heap of the wasm module. */
export interface HeapTensor extends Copy {
  readonly info: TensorInfo;
  /** The numbers where they lie; valid until the next allocation, which may move the heap. */
  view(): Float32Array;
}

/** What ops of the wasm tier work with. */
export interface WasmContext {
  readonly backend: BackendWasm;
  /** Copies numbers to the heap. */
  upload(shape: readonly number[], data: Float32Array): HeapTensor;
  /** Takes over what a kernel of tfjs made. */
  adopt(info: TensorInfo): HeapTensor;
  memory(): { readonly tensors: number; readonly bytes: number };
  dispose(): void;
}

/**
 * Starts tfjs's wasm backend: one thread, SIMD. Only now is the binary fetched, from `wasmUrl`.
 * Neither tfjs's engine nor its kernel registry is touched; the caller disposes.
 *
 * @throws {DeviceLostError} no WebAssembly SIMD here, or the binary cannot be loaded.
 */
export async function createWasmContext(wasmUrl: string): Promise<WasmContext> {
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await env().getAsync("WASM_HAS_SIMD_SUPPORT")))
    throw new DeviceLostError("this browser has no WebAssembly SIMD");
  // tfjs demands an address for every build of the module, whichever it will load.
  setWasmPaths({
    "tfjs-backend-wasm-simd.wasm": wasmUrl,
    "tfjs-backend-wasm.wasm": wasmUrl,
    "tfjs-backend-wasm-threaded-simd.wasm": wasmUrl,
  });
  const backend = await init().then(
    ({ wasm }) => new BackendWasm(wasm),
    (error: unknown) => {
      throw new DeviceLostError(`the wasm module did not start: ${String(error)}`);
    },
  );
  const live = new Set<HeapTensor>();

  function adopt(info: TensorInfo): HeapTensor {
    const tensor: HeapTensor = {
      info,
      bytes: info.shape.reduce((product, length) => product * length, 4),
      view: () => backend.typedArrayFromHeap(info) as Float32Array,
      release() {
        if (live.delete(tensor)) backend.disposeData(info.dataId);
      },
    };
    live.add(tensor);
    return tensor;
  }

  return {
    backend,
    upload: (shape, data) => adopt(backend.makeOutput([...shape], "float32", undefined, data)),
    adopt,
    memory() {
      let bytes = 0;
      for (const tensor of live) bytes += tensor.bytes;
      return { tensors: live.size, bytes };
    },
    dispose() {
      for (const tensor of live) tensor.release();
      backend.dispose();
    },
  };
}
