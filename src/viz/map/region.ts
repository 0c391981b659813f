import type { Cell, Region, WindowOverlay } from "./cell";

/** Cells that a window covers, gaps of a dilated one included. */
export function windowRegion(window: WindowOverlay): Region {
  const dilation = window.dilation ?? 1;
  return {
    row: window.row,
    column: window.column,
    rows: (window.kernelRows - 1) * dilation + 1,
    columns: (window.kernelColumns - 1) * dilation + 1,
  };
}

/** Where each tap of a window lies, row by row; taps in the padding lie outside the map. */
export function tapCells(window: WindowOverlay): readonly Cell[] {
  const dilation = window.dilation ?? 1;
  return Array.from({ length: window.kernelRows * window.kernelColumns }, (_, tap) => ({
    row: window.row + Math.floor(tap / window.kernelColumns) * dilation,
    column: window.column + (tap % window.kernelColumns) * dilation,
  }));
}

/** The whole map with `margin` cells of padding on every side. */
export function regionWithMargin(rows: number, columns: number, margin: number): Region {
  return {
    row: 0 - margin,
    column: 0 - margin,
    rows: rows + 2 * margin,
    columns: columns + 2 * margin,
  };
}

/**
 * A square close-up of `side` cells with a window in its middle. It keeps within the map and
 * `margin` cells around it, as far as it is small enough.
 */
export function regionAround(
  window: WindowOverlay,
  side: number,
  rows: number,
  columns: number,
  margin = 0,
): Region {
  const covered = windowRegion(window);
  const place = (start: number, length: number, size: number) => {
    const wanted = Math.floor(start + length / 2 - side / 2);
    const last = size + margin - side;
    return last < -margin ? Math.floor((size - side) / 2) : clamp(wanted, 0 - margin, last);
  };
  return {
    row: place(covered.row, covered.rows, rows),
    column: place(covered.column, covered.columns, columns),
    rows: side,
    columns: side,
  };
}

export function contains(rows: number, columns: number, cell: Cell): boolean {
  return cell.row >= 0 && cell.row < rows && cell.column >= 0 && cell.column < columns;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
