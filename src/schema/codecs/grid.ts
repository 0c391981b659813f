import type { Codec } from "../codec";
import { readCells, writeCells } from "./cells";
import { fits, longest, sameItems, type Length } from "./length";

/** Small whole numbers in rows, row-major. */
export interface CellGrid {
  readonly height: number;
  readonly width: number;
  readonly cells: readonly number[];
}

export interface GridOptions {
  readonly height: Length;
  readonly width: Length;
  /** Largest value of a cell, 1 to 35; the smallest is 0. */
  readonly max: number;
  readonly default: CellGrid;
}

const shaped = /^(\d{1,4})x(\d{1,4})-(.*)$/;

/** A grid to paint on: `4x3-000110110000`, height first. */
export function grid(options: GridOptions): Codec<CellGrid> {
  const most = longest(options.height) * longest(options.width);
  return {
    default: options.default,
    parse(text) {
      const [, rows, columns, letters] = shaped.exec(text) ?? [];
      const height = Number(rows);
      const width = Number(columns);
      if (!fits(height, options.height) || !fits(width, options.width)) return null;
      const cells = readCells(letters!, most);
      if (cells?.length !== height * width) return null;
      return cells.every((cell) => cell <= options.max) ? { height, width, cells } : null;
    },
    serialize: ({ height, width, cells }) => `${height}x${width}-${writeCells(cells)}`,
    equals: (a, b) => a.height === b.height && a.width === b.width && sameItems(a.cells, b.cells),
  };
}
