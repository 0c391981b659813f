import { sourceIndex, type ConvGeometry } from "./geometry";
import type { Tensor } from "../tensor";

/** Which filter slides over which picture, and over how many of its channels. */
export interface Filter {
  readonly outChannel: number;
  /** One input channel, counted in the group; all of the group's when absent. */
  readonly inChannel?: number;
  /** Default 0. */
  readonly batch?: number;
}

interface Operands {
  readonly input: Tensor;
  readonly weights: Tensor;
}

/**
 * Slides one filter over one picture and hands on every output row: its `outWidth` float64 sums over
 * input rows, columns, then channels; taps on zero padding are skipped. `sums` is used again for the
 * next row.
 */
export function slideFilter(
  { input, weights }: Operands,
  g: ConvGeometry,
  filter: Filter,
  emit: (row: number, sums: Float64Array) => void,
): void {
  const groupIn = g.inChannels / g.groups;
  const group = Math.floor(filter.outChannel / (g.outChannels / g.groups));
  const channels = filter.inChannel === undefined ? groupIn : 1;
  const start =
    (filter.batch ?? 0) * g.inHeight * g.inWidth * g.inChannels +
    group * groupIn +
    (filter.inChannel ?? 0);
  const taps = new Float64Array(g.kernelHeight * g.kernelWidth * channels);
  for (let at = 0; at < taps.length; at++) {
    const place = Math.floor(at / channels) * groupIn + (filter.inChannel ?? 0) + (at % channels);
    taps[at] = weights.data[place * g.outChannels + filter.outChannel]!;
  }
  const rows = tapTable(g.outHeight, {
    kernel: g.kernelHeight,
    stride: g.strideHeight,
    dilation: g.dilationHeight,
    before: g.pad.top,
    size: g.inHeight,
    mode: g.paddingMode,
    step: g.inWidth * g.inChannels,
  });
  const columns = tapTable(g.outWidth, {
    kernel: g.kernelWidth,
    stride: g.strideWidth,
    dilation: g.dilationWidth,
    before: g.pad.left,
    size: g.inWidth,
    mode: g.paddingMode,
    step: g.inChannels,
  });
  const sums = new Float64Array(g.outWidth);
  const slide = { x: input.data, start, taps, channels, rows, columns, sums };
  const { outWidth } = g;
  for (let row = 0; row < g.outHeight; row++) {
    const whole = rows.isWhole(row);
    const from = whole ? columns.firstWhole : outWidth;
    const to = whole ? columns.endWhole : outWidth;
    sumCells(slide, row, 0, from);
    if (whole) sumWholeCells(slide, row, from, to);
    sumCells(slide, row, to, outWidth);
    emit(row, sums);
  }
}

interface Slide {
  readonly x: Float32Array;
  readonly start: number;
  readonly taps: Float64Array;
  readonly channels: number;
  readonly rows: TapTable;
  readonly columns: TapTable;
  readonly sums: Float64Array;
}

/** Cells `from` to `to` of a row, asking the tables about every tap. */
function sumCells(
  { x, start, taps, channels, rows, columns, sums }: Slide,
  row: number,
  from: number,
  to: number,
): void {
  for (let column = from; column < to; column++) {
    let sum = 0;
    for (let i = 0; i < rows.kernel; i++) {
      const rowAt = rows.offsets[row * rows.kernel + i]!;
      if (rowAt < 0) continue;
      for (let j = 0; j < columns.kernel; j++) {
        const columnAt = columns.offsets[column * columns.kernel + j]!;
        if (columnAt < 0) continue;
        const cell = start + rowAt + columnAt;
        const tap = (i * columns.kernel + j) * channels;
        for (let channel = 0; channel < channels; channel++)
          sum += x[cell + channel]! * taps[tap + channel]!;
      }
    }
    sums[column] = sum;
  }
}

/**
 * Cells whose windows lie wholly inside the input, four at a time: each sum is added up in the same
 * order as alone, but the processor works on four at once. Taps that lie side by side in memory are
 * one run.
 */
function sumWholeCells(slide: Slide, row: number, from: number, to: number): void {
  const { x, start, taps, channels, rows, columns, sums } = slide;
  const { kernel, between: stride, offsets } = columns;
  const lines = rows.offsets.subarray(row * rows.kernel, (row + 1) * rows.kernel);
  const oneRun = columns.neighbours === channels;
  const runs = oneRun ? 1 : kernel;
  const length = oneRun ? kernel * channels : channels;
  let column = from;
  for (; column + 4 <= to; column += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let tap = 0;
    for (let i = 0; i < lines.length; i++) {
      const line = start + lines[i]!;
      for (let run = 0; run < runs; run++) {
        let cell = line + offsets[column * kernel + run]!;
        for (const end = cell + length; cell < end; cell++) {
          const weight = taps[tap++]!;
          a += x[cell]! * weight;
          b += x[cell + stride]! * weight;
          c += x[cell + 2 * stride]! * weight;
          d += x[cell + 3 * stride]! * weight;
        }
      }
    }
    sums[column] = a;
    sums[column + 1] = b;
    sums[column + 2] = c;
    sums[column + 3] = d;
  }
  sumCells(slide, row, column, to);
}

interface Axis {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly size: number;
  readonly mode: ConvGeometry["paddingMode"];
  /** Distance in the flat data between neighbours along this axis. */
  readonly step: number;
}

interface TapTable {
  readonly kernel: number;
  /** Flat offset that (output position, tap) reads along the axis; −1 where zero padding is. */
  readonly offsets: Int32Array;
  /** Flat distance between the windows of neighbouring outputs. */
  readonly between: number;
  /** Flat distance between neighbouring taps. */
  readonly neighbours: number;
  /** Outputs from `firstWhole` to before `endWhole` have every tap inside the input. */
  readonly firstWhole: number;
  readonly endWhole: number;
  isWhole(position: number): boolean;
}

function tapTable(out: number, axis: Axis): TapTable {
  const { kernel, stride, dilation, before, size, mode, step } = axis;
  const offsets = new Int32Array(out * kernel);
  for (let position = 0; position < out; position++)
    for (let tap = 0; tap < kernel; tap++) {
      const index = sourceIndex(position * stride + tap * dilation - before, size, mode);
      offsets[position * kernel + tap] = index === null ? -1 : index * step;
    }
  const reach = (kernel - 1) * dilation;
  const firstWhole = Math.min(out, Math.ceil(before / stride));
  const endWhole = Math.max(
    firstWhole,
    Math.min(out, Math.floor((size - 1 - reach + before) / stride) + 1),
  );
  return {
    kernel,
    offsets,
    between: stride * step,
    neighbours: dilation * step,
    firstWhole,
    endWhole,
    isWhole: (position) => position >= firstWhole && position < endWhole,
  };
}
