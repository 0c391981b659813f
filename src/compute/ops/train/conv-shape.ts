import { convGeometry, sourceIndex, type ConvGeometry } from "../../../core/conv/geometry";
import type { ConvLayer } from "../../../core/network/layer";

/**
 * A convolution as training walks it: over a copy of the input with its padding filled in, so that
 * every window is whole. A window is `runs` stretches of `runLength` neighbouring numbers.
 */
export interface ConvShape {
  readonly g: ConvGeometry;
  readonly paddedWidth: number;
  /** Cells of one padded picture. */
  readonly paddedCells: number;
  /** Cell of the input that each padded cell shows; −1 for zero. */
  readonly sources: Int32Array;
  /** Start of each run from the window's first number. */
  readonly runs: Int32Array;
  readonly runLength: number;
  readonly groupIn: number;
  readonly groupOut: number;
}

export function convShape(
  layer: ConvLayer,
  inputShape: readonly number[],
  weightShape: readonly number[],
): ConvShape {
  const g = convGeometry({ ...layer, inputShape: [1, ...inputShape], weightShape });
  const paddedWidth = g.inWidth + g.pad.left + g.pad.right;
  const paddedHeight = g.inHeight + g.pad.top + g.pad.bottom;
  const groupIn = g.inChannels / g.groups;
  // Neighbouring taps of a row lie side by side unless something is left out between them.
  const whole = g.dilationWidth === 1 && g.groups === 1;
  const starts: number[] = [];
  for (let i = 0; i < g.kernelHeight; i++)
    for (let j = 0; j < (whole ? 1 : g.kernelWidth); j++)
      starts.push((i * g.dilationHeight * paddedWidth + j * g.dilationWidth) * g.inChannels);
  return {
    g,
    paddedWidth,
    paddedCells: paddedWidth * paddedHeight,
    sources: sourceTable(g, paddedHeight, paddedWidth),
    runs: Int32Array.from(starts),
    runLength: whole ? g.kernelWidth * g.inChannels : groupIn,
    groupIn,
    groupOut: g.outChannels / g.groups,
  };
}

function sourceTable(g: ConvGeometry, height: number, width: number): Int32Array {
  const table = new Int32Array(height * width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = sourceIndex(y - g.pad.top, g.inHeight, g.paddingMode);
      const column = sourceIndex(x - g.pad.left, g.inWidth, g.paddingMode);
      table[y * width + x] = row === null || column === null ? -1 : row * g.inWidth + column;
    }
  return table;
}

/** Fills one picture's padded copy. */
export function padInto(
  { sources, g }: ConvShape,
  input: Float32Array,
  from: number,
  padded: Float32Array | Float64Array,
  to: number,
): void {
  const channels = g.inChannels;
  for (let cell = 0; cell < sources.length; cell++) {
    const source = sources[cell]!;
    const at = to + cell * channels;
    if (source < 0) for (let c = 0; c < channels; c++) padded[at + c] = 0;
    else {
      const first = from + source * channels;
      for (let c = 0; c < channels; c++) padded[at + c] = input[first + c]!;
    }
  }
}

/** The way back: every padded cell's gradient is added to the cell it showed. */
export function unpadInto(
  { sources, g }: ConvShape,
  padded: Float32Array | Float64Array,
  gradient: Float32Array,
  to: number,
): void {
  const channels = g.inChannels;
  if (g.paddingMode !== "zero") {
    gradient.fill(0, to, to + g.inHeight * g.inWidth * channels);
  }
  for (let cell = 0; cell < sources.length; cell++) {
    const source = sources[cell]!;
    if (source < 0) continue;
    const at = to + source * channels;
    if (g.paddingMode === "zero")
      for (let c = 0; c < channels; c++) gradient[at + c] = padded[cell * channels + c]!;
    else for (let c = 0; c < channels; c++) gradient[at + c]! += padded[cell * channels + c]!;
  }
}
