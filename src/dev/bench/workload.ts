import type { Tensor } from "../../core/tensor";

/** Side of the benched picture, in pixels. */
export const side = 512;

function wave(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => 0.5 + 0.5 * Math.sin(i * 12.9898 + seed * 78.233));
}

/** A colour picture, `[1, 512, 512, 3]`, values in [0, 1]. */
export function picture(): Tensor {
  return { shape: [1, side, side, 3], data: wave(side * side * 3, 1) };
}

/** One filter, `[k, k, 3, 1]`; another one for every round, as a dragged slider makes. */
export function filter(kernelSize: number, round: number): Tensor {
  const data = wave(kernelSize * kernelSize * 3, round + 2).map((value) => value - 0.5);
  return { shape: [kernelSize, kernelSize, 3, 1], data };
}
