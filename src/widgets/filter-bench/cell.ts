import type { Conv2dSpec } from "../../compute/types";
import type { ConvGeometry } from "../../core/conv/geometry";
import { clampCell } from "../../core/conv/scan";
import { windowAt, type CellTrace, type WindowTerm } from "../../core/conv/window";
import { formatNumber } from "../../core/format/number";
import { largestMagnitude } from "../../viz/grid/cell-color";
import type { Cell, Region, WindowOverlay } from "../../viz/map/cell";
import { regionAround } from "../../viz/map/region";
import type { SumChannel } from "../../viz/sum/sum-line";

/** What one input channel gives to an output cell. */
export interface CellChannel extends SumChannel {
  readonly terms: readonly WindowTerm[];
  /** The numbers under the taps, row by row. */
  readonly values: readonly number[];
  /** Taps that lie outside the picture. */
  readonly outside: readonly boolean[];
  readonly products: readonly number[];
}

/** One output cell of one output channel, followed from the window to the result. */
export interface CellModel {
  readonly cell: Cell;
  readonly channel: number;
  /** The window on the input. */
  readonly window: WindowOverlay;
  /** A close-up of the input around the window. */
  readonly view: Region;
  readonly channels: readonly CellChannel[];
  /** Magnitude that gets the full colour among the products. */
  readonly largestProduct: number;
  readonly sum: number;
  readonly bias: number;
  readonly preActivation: number;
  readonly output: number;
  /** E.g. "row 12, column 40: 0.25". */
  readonly text: string;
}

/** Cells a side of the close-up: the window and some of its surroundings. */
const closeUp = (reach: number) => Math.max(reach + 4, 9);

export function cellModel(
  spec: Conv2dSpec,
  geometry: ConvGeometry,
  names: readonly string[],
  channel: number,
  wanted: Cell,
): CellModel {
  const cell = clampCell(wanted, geometry.outHeight, geometry.outWidth);
  const trace = windowAt(spec, { ...cell, outChannel: channel });
  const window = windowOf(geometry, cell, trace);
  const reach = (geometry.kernelHeight - 1) * geometry.dilationHeight + 1;
  return {
    cell,
    channel,
    window,
    view: regionAround(window, closeUp(reach), geometry.inHeight, geometry.inWidth, reach),
    channels: channelsOf(trace, names),
    largestProduct: largestMagnitude(trace.terms.map(({ product }) => product)) || 1,
    sum: trace.sum,
    bias: trace.bias,
    preActivation: trace.preActivation,
    output: trace.output,
    text: `row ${cell.row}, column ${cell.column}: ${formatNumber(trace.output)}`,
  };
}

function windowOf(g: ConvGeometry, { row, column }: Cell, { terms }: CellTrace): WindowOverlay {
  const sources = terms
    .slice(0, g.kernelHeight * g.kernelWidth)
    .filter(({ source, row: y, column: x }) => source && (source.row !== y || source.column !== x))
    .map(({ source }) => source!);
  return {
    row: row * g.strideHeight - g.pad.top,
    column: column * g.strideWidth - g.pad.left,
    kernelRows: g.kernelHeight,
    kernelColumns: g.kernelWidth,
    dilation: g.dilationHeight,
    ...(sources.length > 0 && { sources }),
  };
}

function channelsOf({ terms, partialSums }: CellTrace, names: readonly string[]): CellChannel[] {
  const taps = terms.length / partialSums.length;
  return partialSums.map((sum, channel) => {
    const own = terms.slice(channel * taps, (channel + 1) * taps);
    return {
      name: names[channel]!,
      terms: own,
      sum,
      values: own.map(({ value }) => value),
      outside: own.map(
        ({ row, column, source }) => source?.row !== row || source.column !== column,
      ),
      products: own.map(({ product }) => product),
    };
  });
}

/** The output cell whose window has its middle nearest to a cell of the input. */
export function outputCellAt(geometry: ConvGeometry, { row, column }: Cell): Cell {
  const g = geometry;
  const place = (at: number, pad: number, kernel: number, dilation: number, stride: number) =>
    Math.round((at + pad - ((kernel - 1) * dilation) / 2) / stride);
  return clampCell(
    {
      row: place(row, g.pad.top, g.kernelHeight, g.dilationHeight, g.strideHeight),
      column: place(column, g.pad.left, g.kernelWidth, g.dilationWidth, g.strideWidth),
    },
    g.outHeight,
    g.outWidth,
  );
}
