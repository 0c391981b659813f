import type { Tensor } from "../tensor";
import { paint } from "./paint";

/**
 * Rings that grow finer outwards: `[side, side, 1]`, brightness `½ + ½·cos(π r² / side)` with r in
 * pixels from the middle. Along the axes the rings reach the border at one period in two pixels,
 * the finest that a grid can hold; every direction and every width of stripe occurs somewhere.
 */
export function zonePlate(side: number): Tensor {
  const middle = (side - 1) / 2;
  return paint(side, 1, (row, column) => {
    const squared = (row - middle) ** 2 + (column - middle) ** 2;
    const fade = Math.min(Math.max((side / 2 - Math.sqrt(squared)) / (side / 32), 0), 1);
    return 0.5 + 0.5 * fade * Math.cos((Math.PI * squared) / side);
  });
}
