import type { ConvLayer, Layer } from "../../../core/network/layer";
import { assemble, type FunctionSpec } from "../../simd/module";
import { plainArena, type Arena } from "./arena";
import { convShape } from "./conv-shape";
import { backwardProgram, forwardProgram, suitsSimd } from "./conv-simd";
import { learnedOf, type LayerSetting } from "./layer-loops";
import { createNet, type LoopMaker } from "./net";
import type { OpenLoops } from "./open-loops";
import { simdConvLoops, type ConvPrograms } from "./simd-conv-loops";

const PAGE = 65_536;
const ALIGNMENT = 16;

/**
 * Loops with the convolutions in SIMD code, assembled for the very network, on a memory that holds
 * all its buffers; what they cannot do runs in plain loops on the same memory. The memory goes when
 * the net is let go.
 *
 * @throws {WebAssembly.CompileError} no SIMD here.
 */
export const openSimdLoops: OpenLoops = async (network, capacity) => {
  const functions: FunctionSpec[] = [];
  const measuring = alignedArena(plainArena());
  createNet(
    network,
    capacity,
    measuring,
    makerWith(functions, () => null),
  );
  const pages = Math.ceil(measuring.bytes / PAGE) + 1;
  const module = await WebAssembly.compile(assemble(functions, pages));
  const { exports } = await WebAssembly.instantiate(module);
  const { buffer } = exports.memory as WebAssembly.Memory;
  return {
    loops: "simd",
    arena: memoryArena(buffer),
    make: makerWith([], () => exports),
  };
};

/** Makes the convolutions it can; lists the functions that they call. */
function makerWith(
  functions: FunctionSpec[],
  exportsOf: () => WebAssembly.Exports | null,
): LoopMaker {
  return (setting) => {
    if (!isConv(setting)) return null;
    const { path, layer, input } = setting;
    const shape = convShape(layer, input.shape, learnedOf(setting, "weights")!.shape);
    if (!suitsSimd(shape)) return null;
    functions.push(
      forwardProgram(`forward${path}`, shape),
      backwardProgram(`backward${path}`, shape, input.gradient !== null),
    );
    const programs = {
      forward: exportsOf()?.[`forward${path}`],
      backward: exportsOf()?.[`backward${path}`],
    } as unknown as ConvPrograms;
    return simdConvLoops(setting, shape, () => programs);
  };
}

function isConv(setting: LayerSetting): setting is LayerSetting<ConvLayer> {
  return (setting.layer as Layer).kind === "conv";
}

const rounded = (length: number): number => Math.ceil((length * 4) / ALIGNMENT) * (ALIGNMENT / 4);

function alignedArena(arena: Arena): Arena {
  return {
    floats: (length) => arena.floats(rounded(length)),
    get bytes() {
      return arena.bytes;
    },
  };
}

function memoryArena(buffer: ArrayBufferLike): Arena {
  let bytes = 0;
  return {
    floats(length) {
      const floats = new Float32Array(buffer, bytes, length);
      bytes += rounded(length) * 4;
      return floats;
    },
    get bytes() {
      return bytes;
    },
  };
}
