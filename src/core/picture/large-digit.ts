import { enlargedDigit } from "../digits/digit";
import type { Tensor } from "../tensor";

/** A handwritten five, white on black, as large as the picture: `[side, side, 1]`. */
export function largeDigit(side: number): Tensor {
  const { data } = enlargedDigit(0, 3, side, { label: 5, thickness: [2.6, 2.6], shift: 0 });
  return { shape: [side, side, 1], data };
}
