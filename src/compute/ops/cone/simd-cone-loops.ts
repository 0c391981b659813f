import type { ConeLayer } from "../../../core/receptive-field/cone";
import { assemble } from "../../simd/module";
import type { ConeLoops } from "./cone-loops";
import { correlateProgram, tileOf } from "./correlate-simd";

const PAGE = 65_536;
const lanesOf = (channels: number): number => Math.ceil(channels / 4) * 4;

type Correlate = (...parameters: number[]) => void;

/** A map laid out for the program: padded, with cells set apart where strides were walked back. */
interface Sheet {
  readonly rows: number;
  readonly columns: number;
  readonly lanes: number;
}

/**
 * Convolutions by WebAssembly SIMD code of our own; sums run in float32. The way back is the same
 * correlation over the gradient, set apart by the stride and padded, with turned kernels.
 *
 * @param most channels of any map
 * @throws where there is no WebAssembly SIMD.
 */
export async function simdConeLoops(most: number): Promise<ConeLoops> {
  const sizes = [...new Set([4, lanesOf(most)])];
  const names = sizes.flatMap((a) => sizes.map((b) => [a, b] as const));
  const binary = assemble(
    names.map(([a, b]) => correlateProgram(`${a}to${b}`, a, b)),
    16,
  );
  const { instance } = await WebAssembly.instantiate(binary);
  const programs = instance.exports as unknown as Readonly<Record<string, Correlate>>;
  const { memory } = instance.exports as unknown as { readonly memory: WebAssembly.Memory };

  function correlate(
    sheet: Sheet,
    fill: (sheet: Float32Array) => void,
    weights: Float32Array,
    window: { readonly k: number; readonly stride: number; readonly dilation: number },
    from: { readonly row: number; readonly column: number },
    out: Sheet,
  ): Float32Array {
    const cells = tileOf(out.lanes);
    const slack = (sheet.columns + cells * window.stride + 4) * sheet.lanes;
    const inputAt = weights.length;
    const outputAt = inputAt + sheet.rows * sheet.columns * sheet.lanes + slack;
    const outputLength = out.rows * out.columns * out.lanes;
    const needed = (outputAt + outputLength + cells * out.lanes) * 4 - memory.buffer.byteLength;
    if (needed > 0) memory.grow(Math.ceil(needed / PAGE));
    const numbers = new Float32Array(memory.buffer);
    numbers.set(weights);
    const input = numbers.subarray(inputAt, outputAt);
    input.fill(0);
    fill(input);
    const cell = sheet.lanes * 4;
    const row = sheet.columns * cell;
    programs[`${sheet.lanes}to${out.lanes}`]!(
      inputAt * 4 + from.row * row + from.column * cell,
      0,
      outputAt * 4,
      out.rows,
      out.columns,
      window.k,
      window.stride * cell,
      window.stride * row,
      window.dilation * cell,
      window.dilation * row,
    );
    return numbers.slice(outputAt, outputAt + outputLength);
  }

  return {
    madeBy: "simd",
    lanesOf,
    forward(cone, input, weights) {
      const { layer, inRows, inColumns, pad } = cone;
      const lanes = lanesOf(cone.inChannels);
      const sheet = {
        rows: inRows + pad.top + pad.bottom,
        columns: inColumns + pad.left + pad.right,
        lanes,
      };
      return correlate(
        sheet,
        (into) => spread(input, inRows, inColumns, lanes, into, sheet.columns, pad, 1),
        arranged(cone, weights, false),
        { k: layer.kernelSize, stride: layer.stride, dilation: layer.dilation },
        { row: 0, column: 0 },
        { rows: cone.outRows, columns: cone.outColumns, lanes: lanesOf(cone.outChannels) },
      );
    },
    backward(cone, gradient, weights) {
      const { layer, outRows, outColumns, pad } = cone;
      const lanes = lanesOf(cone.outChannels);
      const reach = (layer.kernelSize - 1) * layer.dilation;
      const sheet = {
        rows: (outRows - 1) * layer.stride + 1 + 2 * reach,
        columns: (outColumns - 1) * layer.stride + 1 + 2 * reach,
        lanes,
      };
      const corner = { top: reach, left: reach };
      return correlate(
        sheet,
        (into) =>
          spread(gradient, outRows, outColumns, lanes, into, sheet.columns, corner, layer.stride),
        arranged(cone, weights, true),
        { k: layer.kernelSize, stride: 1, dilation: layer.dilation },
        { row: pad.top, column: pad.left },
        { rows: cone.inRows, columns: cone.inColumns, lanes: lanesOf(cone.inChannels) },
      );
    },
  };
}

/** Copies a map's cells, `apart` cells from one another. */
function spread(
  map: Float32Array,
  rows: number,
  columns: number,
  lanes: number,
  into: Float32Array,
  width: number,
  { top, left }: { readonly top: number; readonly left: number },
  apart: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * columns * lanes;
    const to = ((top + row * apart) * width + left) * lanes;
    if (apart === 1) into.set(map.subarray(from, from + columns * lanes), to);
    else
      for (let column = 0; column < columns; column++)
        into.set(
          map.subarray(from + column * lanes, from + (column + 1) * lanes),
          to + column * apart * lanes,
        );
  }
}

/** Weights in the program's order; turned: by 180°, from output to input channels. */
function arranged(
  { layer, inChannels, outChannels }: ConeLayer,
  weights: Float32Array,
  turned: boolean,
): Float32Array {
  const taps = layer.kernelSize ** 2;
  const [from, to] = turned ? [outChannels, inChannels] : [inChannels, outChannels];
  const [fromLanes, toLanes] = [lanesOf(from), lanesOf(to)];
  const wide = new Float32Array(taps * fromLanes * toLanes);
  for (let tap = 0; tap < taps; tap++)
    for (let a = 0; a < inChannels; a++)
      for (let b = 0; b < outChannels; b++) {
        const value = weights[(tap * inChannels + a) * outChannels + b]!;
        const place = turned ? ((taps - 1 - tap) * fromLanes + b) * toLanes + a : -1;
        wide[turned ? place : (tap * fromLanes + a) * toLanes + b] = value;
      }
  return wide;
}
