import type { Conv2dSpec, Tensor } from "../../../compute/types";
import { conv2d } from "../../../core/conv/conv2d";
import { sourceIndex, type ConvGeometry } from "../../../core/conv/geometry";
import type { Cell } from "../../../viz/map/cell";

/** A piece of the input that can be printed, with what the layer makes of it. */
export interface Patch {
  /** `[1, side, side, inChannels]`; padding is already filled in. */
  readonly input: Tensor;
  /** Of the patch, without padding: `[1, rows, columns, outChannels]`. */
  readonly output: Tensor;
  /** Where the chosen output cell lies in it. */
  readonly cell: Cell;
}

/** Cells a side of a patch, unless the window reaches further. */
const usualSide = 8;

/**
 * The piece of the input around one output cell's window, at least 8 × 8, so that the layer applied
 * to it without padding gives that cell's number.
 */
export function patchAround(spec: Conv2dSpec, g: ConvGeometry, { row, column }: Cell): Patch {
  const reach = (g.kernelHeight - 1) * g.dilationHeight + 1;
  const side = Math.max(usualSide, reach);
  const stride = g.strideHeight;
  // Whole strides before the window, so that the window is one that the patch's own scan visits.
  const before = Math.floor((side - reach) / 2 / stride);
  const top = (row - before) * stride - g.pad.top;
  const left = (column - before) * stride - g.pad.left;
  const channels = g.inChannels;
  const data = new Float32Array(side * side * channels);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const source = [
        sourceIndex(top + y, g.inHeight, g.paddingMode),
        sourceIndex(left + x, g.inWidth, g.paddingMode),
      ] as const;
      if (!inside(source[0], g.inHeight) || !inside(source[1], g.inWidth)) continue;
      const from = (source[0] * g.inWidth + source[1]) * channels;
      const to = (y * side + x) * channels;
      data.set(spec.input.data.subarray(from, from + channels), to);
    }
  const input: Tensor = { shape: [1, side, side, channels], data };
  const output = conv2d({ ...spec, input, padding: "valid" });
  return { input, output, cell: { row: before, column: before } };
}

/** Reflection can leave a small picture again; such cells are never under the window. */
function inside(index: number | null, size: number): index is number {
  return index !== null && index >= 0 && index < size;
}
