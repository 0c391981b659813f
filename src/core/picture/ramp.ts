import type { Tensor } from "../tensor";
import { paint } from "./paint";

/** How much brighter a ramp gets from one pixel to the next. */
export interface RampSlopes {
  /** From one column to the next, to the right. */
  readonly a: number;
  /** From one row to the next, downwards. */
  readonly b: number;
}

/**
 * Brightness `½ + a·(column − side/2) + b·(row − side/2)`: `[side, side, 1]`.
 *
 * Inside, Sobel's kernels give exactly 8a and 8b: the weights 1, 2, 1 sum to 4, over a distance of
 * two pixels. Values outside [0, 1] are clipped, and the rule does not hold where they are.
 */
export function ramp(side: number, { a, b }: RampSlopes = rampSlopes(side)): Tensor {
  const middle = side / 2;
  return paint(side, 1, (row, column) => {
    const value = 0.5 + a * (column - middle) + b * (row - middle);
    return Math.min(Math.max(value, 0), 1);
  });
}

/**
 * The slopes of the book's ramp: powers of two, so that every value and every Sobel sum is exact in
 * 32-bit floats, and small enough that nothing is clipped. At side 256, a = 1/512 and b = 1/1024.
 */
export function rampSlopes(side: number): RampSlopes {
  const a = 0.5 / 2 ** Math.ceil(Math.log2(side));
  return { a, b: a / 2 };
}
