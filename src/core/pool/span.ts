import type { Block, Numbers } from "../numbers";
import { elementCount } from "../tensor";

/** The cells along one axis that one window averages. */
export interface Span {
  /** First cell of the input. */
  readonly from: number;
  /** One past the last cell of the input. */
  readonly to: number;
  /** Cells including those on padding. */
  readonly padded: number;
}

const share = (row: Span, column: Span, countPadding: boolean): number =>
  countPadding
    ? row.padded * column.padded
    : Math.max(row.to - row.from, 0) * Math.max(column.to - column.from, 0);

/** Writes the mean of every (row span × column span) window; `[batch, rows, columns, channels]`. */
export function averageWindows(
  { shape, data }: Block,
  target: Numbers,
  rows: readonly Span[],
  columns: readonly Span[],
  countPadding: boolean,
): void {
  const [batch, height, width, channels] = shape as [number, number, number, number];
  const sums = new Float64Array(channels);
  let at = 0;
  for (let image = 0; image < batch; image++)
    for (const row of rows)
      for (const column of columns) {
        sums.fill(0);
        for (let y = row.from; y < row.to; y++)
          for (let x = column.from; x < column.to; x++)
            for (let channel = 0; channel < channels; channel++)
              sums[channel]! += data[((image * height + y) * width + x) * channels + channel]!;
        const divisor = share(row, column, countPadding);
        for (const sum of sums) target[at++] = sum / divisor;
      }
}

/** The other way: shares each window's number equally among its cells, and adds up. */
export function spreadWindows(
  shape: readonly number[],
  { data }: Block,
  rows: readonly Span[],
  columns: readonly Span[],
  countPadding: boolean,
): Float64Array {
  const [batch, height, width, channels] = shape as [number, number, number, number];
  const sums = new Float64Array(elementCount(shape));
  let at = 0;
  for (let image = 0; image < batch; image++)
    for (const row of rows)
      for (const column of columns) {
        const divisor = share(row, column, countPadding);
        for (let y = row.from; y < row.to; y++)
          for (let x = column.from; x < column.to; x++)
            for (let channel = 0; channel < channels; channel++)
              sums[((image * height + y) * width + x) * channels + channel]! +=
                data[at + channel]! / divisor;
        at += channels;
      }
  return sums;
}
