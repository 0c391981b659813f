import type { Cell } from "./cell";
import { clamp } from "./region";

interface Stroke {
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
}

/**
 * Where a key moves the chosen cell, or `null` for a key that does not move it.
 *
 * Arrows go one cell, with Shift ten; Home and End go to the row's ends, with Ctrl to the map's
 * corners; Page Up and Page Down go a tenth of the map's height, at least two rows.
 */
export function moveCell(cell: Cell, stroke: Stroke, rows: number, columns: number): Cell | null {
  if (stroke.altKey || stroke.metaKey) return null;
  const stride = stroke.shiftKey ? 10 : 1;
  const page = Math.max(2, Math.round(rows / 10));
  const corner = stroke.ctrlKey === true;
  const target = ((): Cell | null => {
    switch (stroke.key) {
      case "ArrowLeft":
        return { row: cell.row, column: cell.column - stride };
      case "ArrowRight":
        return { row: cell.row, column: cell.column + stride };
      case "ArrowUp":
        return { row: cell.row - stride, column: cell.column };
      case "ArrowDown":
        return { row: cell.row + stride, column: cell.column };
      case "PageUp":
        return { row: cell.row - page, column: cell.column };
      case "PageDown":
        return { row: cell.row + page, column: cell.column };
      case "Home":
        return { row: corner ? 0 : cell.row, column: 0 };
      case "End":
        return { row: corner ? rows - 1 : cell.row, column: columns - 1 };
      default:
        return null;
    }
  })();
  return (
    target && {
      row: clamp(target.row, 0, rows - 1),
      column: clamp(target.column, 0, columns - 1),
    }
  );
}
