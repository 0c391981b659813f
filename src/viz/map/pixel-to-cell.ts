import type { Cell, Region } from "./cell";
import { clamp, contains } from "./region";

/** Where a map lies on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface MapLayout {
  readonly box: Box;
  /** Cells that the box shows. */
  readonly view: Region;
  /** Size of the map. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * The cell under a pointer, or `null` outside the map. With `clampToMap` a pointer outside gets the
 * nearest cell, so that a drag that leaves the map goes on along its border.
 */
export function pixelToCell(
  clientX: number,
  clientY: number,
  { box, view, rows, columns }: MapLayout,
  clampToMap = false,
): Cell | null {
  if (box.width <= 0 || box.height <= 0) return null;
  const cell = {
    row: Math.floor(view.row + ((clientY - box.top) / box.height) * view.rows),
    column: Math.floor(view.column + ((clientX - box.left) / box.width) * view.columns),
  };
  if (contains(rows, columns, cell)) return cell;
  if (!clampToMap) return null;
  return { row: clamp(cell.row, 0, rows - 1), column: clamp(cell.column, 0, columns - 1) };
}
