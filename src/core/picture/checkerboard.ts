import type { Tensor } from "../tensor";
import { paint } from "./paint";

/** Black and white squares, eight in a row, black at the top left: `[side, side, 1]`. */
export function checkerboard(side: number): Tensor {
  const square = side / 8;
  return paint(
    side,
    1,
    (row, column) => (Math.floor(row / square) + Math.floor(column / square)) % 2,
  );
}
