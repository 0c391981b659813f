import type { Tensor } from "../tensor";
import { paint } from "./paint";

/**
 * Black on the left, white from the middle column on: `[side, side, 1]`. Sobel's x kernel answers
 * 4 on the two columns beside the step and 0 elsewhere.
 */
export function stepEdge(side: number): Tensor {
  const middle = Math.floor(side / 2);
  return paint(side, 1, (_, column) => (column < middle ? 0 : 1));
}
