import type { RandomSequence } from "../../../core/random/fill";
import { assemble } from "../../simd/module";
import { fillNormals, fillUniforms } from "../random/fill-simd";
import { KEY_BYTES } from "../random/philox-simd";
import type { DrawnWeights, Multiplier } from "./multiplier";
import { drawMatrix } from "./plain-multiplier";
import { productKernels, rowBytesOf, SUM_ROW } from "./products-simd";
import { weightRounding } from "./round-weights";

const PAGE = 65_536;
/** Weights drawn at a time: few enough to stay in the processor's nearest memory. */
const CHUNK = 8_192;
/** Rows drawn at a time when many columns share them. */
const SHARED_ROWS = 64;

type Call = (...parameters: number[]) => void;

interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly normals: Call;
  readonly uniforms: Call;
  readonly addProducts: Call;
  readonly addWideProducts: Call;
  readonly addProductsBack: Call;
  readonly addWideProductsBack: Call;
}

const upTo4 = (count: number): number => Math.ceil(count / 4) * 4;

/** Where things lie in memory for one product. */
interface Layout {
  readonly weights: number;
  readonly tile: number;
  readonly x: number;
  readonly y: number;
  readonly panels: number;
  /** Float64 all through. */
  readonly wide: boolean;
  /** Rows of the weight matrix drawn at a time, a multiple of 4. */
  readonly rows: number;
}

/**
 * Products with weights drawn by WebAssembly SIMD code of our own, a few thousand at a time.
 *
 * @throws where there is no WebAssembly SIMD.
 */
export async function simdMultiplier(): Promise<Multiplier> {
  const binary = assemble([fillNormals, fillUniforms, ...productKernels], 16);
  const { instance } = await WebAssembly.instantiate(binary);
  const kernels = instance.exports as unknown as Kernels;
  const { memory } = kernels;

  function require(bytes: number): void {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  }

  function layout(w: DrawnWeights, xRows: number, yRows: number, columns: number): Layout {
    const panels = Math.ceil(columns / 4);
    const wide = w.format === "float64";
    const rowBytes = rowBytesOf(wide);
    const few = Math.max(4, Math.floor(CHUNK / w.outputs / 4) * 4);
    const rows = upTo4(Math.min(w.inputs, columns > 4 ? SHARED_ROWS : few));
    const weights = 1024;
    // Drawn in groups of 16, read up to three rows and three numbers further.
    const tile = weights + (upTo4((rows + 4) * w.outputs) + 64) * 4;
    const x = tile + Math.max(rows, w.outputs) * rowBytes;
    const y = x + upTo4(panels * xRows) * rowBytes;
    require(y + panels * upTo4(yRows) * SUM_ROW);
    return { weights, tile, x, y, panels, rows, wide };
  }

  /** Weights of some rows into memory; the answer is the address of the first. */
  function draw(
    w: DrawnWeights,
    at: Layout,
    row: number,
    rows: number,
    whole: Float64Array | null,
  ) {
    const first = row * w.outputs;
    const count = rows * w.outputs;
    if (whole) {
      new Float32Array(memory.buffer, at.weights, count).set(whole.subarray(first, first + count));
      return at.weights;
    }
    const block = Math.floor(first / 4);
    const skip = first - block * 4;
    const size = Math.ceil((skip + count) / 16) * 16;
    fill(w, at.weights, size, block);
    const round = weightRounding(w.format);
    round?.(
      new Uint32Array(memory.buffer, at.weights, size),
      new Float32Array(memory.buffer, at.weights, size),
    );
    return at.weights + skip * 4;
  }

  function fill({ law, sequence, format }: DrawnWeights, at: number, size: number, block: number) {
    if (law.kind === "constant" || law.kind === "orthogonal")
      return void new Float32Array(memory.buffer, at, size).fill(
        law.kind === "constant" ? law.value : Number.NaN,
      );
    const call = law.kind === "normal" ? kernels.normals : kernels.uniforms;
    const scale = law.kind === "normal" ? law.deviation : law.bound;
    // In float64 the scale is applied to the sums.
    run(call, at, size, block, sequence, format === "float64" ? 1 : scale);
  }

  function run(
    call: Call,
    at: number,
    size: number,
    block: number,
    { seed, stream = 0, step = 0 }: RandomSequence,
    scale: number,
  ): void {
    call(at, at + size * 4, block, stream, step, seed >>> 0, Math.floor(seed / 2 ** 32), scale);
  }

  function multiply(w: DrawnWeights, from: Float64Array, columns: number, back: boolean) {
    const [xRows, yRows] = back ? [w.outputs, w.inputs] : [w.inputs, w.outputs];
    const at = layout(w, xRows, yRows, columns);
    const { panels, x, y, tile, wide } = at;
    const yStep = upTo4(yRows) * SUM_ROW;
    const xStep = xRows * rowBytesOf(wide);
    const Row = wide ? Float64Array : Float32Array;
    packPanels(new Row(memory.buffer, x, panels * xRows * 4), from, xRows, columns);
    new Float64Array(memory.buffer, y, (panels * yStep) / 8).fill(0);
    const whole = w.law.kind === "orthogonal" ? drawMatrix(w) : null;
    const rowBytes = w.outputs * 4;
    for (let row = 0; row < w.inputs; row += at.rows) {
      const rows = Math.min(at.rows, w.inputs - row);
      const weights = draw(w, at, row, rows, whole);
      const size = rows * rowBytes;
      const shared = [weights, size, rowBytes, tile] as const;
      if (back) {
        const to = y + row * SUM_ROW;
        const call = wide ? kernels.addWideProductsBack : kernels.addProductsBack;
        call(...shared, x, to, to + upTo4(rows) * SUM_ROW, panels, w.outputs, xStep, yStep);
      } else {
        const source = x + row * rowBytesOf(wide);
        const call = wide ? kernels.addWideProducts : kernels.addProducts;
        call(...shared, source, y, y + yStep, panels, rows, xStep, yStep);
      }
    }
    const sums = new Float64Array(memory.buffer, y, (panels * yStep) / 8);
    const scaled = wide ? scaleOf(w) : 1;
    return unpackPanels(sums, yRows, columns, scaled);
  }

  return {
    fast: true,
    forward: (weights, x, columns) => multiply(weights, x, columns, false),
    backward: (weights, g, columns) => multiply(weights, g, columns, true),
    normals(into, sequence) {
      const size = Math.ceil(into.length / 16) * 16;
      const at = Math.ceil(KEY_BYTES / 1024) * 1024;
      require(at + size * 4);
      run(kernels.normals, at, size, 0, sequence, 1);
      into.set(new Float32Array(memory.buffer, at, into.length));
    },
  };
}

function scaleOf({ law }: DrawnWeights): number {
  return law.kind === "normal" ? law.deviation : law.kind === "uniform" ? law.bound : 1;
}

/** Row-major `[rows, columns]` into panels of four columns, the last filled up with zeros. */
function packPanels(
  into: Float64Array | Float32Array,
  from: Float64Array,
  rows: number,
  columns: number,
): void {
  for (let column = 0, panel = 0; column < columns; column += 4, panel += rows * 4)
    for (let row = 0; row < rows; row++)
      for (let lane = 0; lane < 4; lane++)
        into[panel + row * 4 + lane] =
          column + lane < columns ? from[row * columns + column + lane]! : 0;
}

function unpackPanels(
  panels: Float64Array,
  rows: number,
  columns: number,
  scale: number,
): Float64Array {
  const into = new Float64Array(rows * columns);
  const step = upTo4(rows) * 4;
  for (let column = 0; column < columns; column++) {
    const panel = (column >> 2) * step + (column & 3);
    for (let row = 0; row < rows; row++)
      into[row * columns + column] = panels[panel + row * 4]! * scale;
  }
  return into;
}
