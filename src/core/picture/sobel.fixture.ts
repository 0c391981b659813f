import type { Tensor } from "../tensor";

/** Sobel's x and y answers inside a grey picture, written out, each sum rounded to 32 bits. */
export function correlate({ shape, data }: Tensor): { x: number[]; y: number[] } {
  const side = shape[0]!;
  const x: number[] = [];
  const y: number[] = [];
  for (let row = 1; row < side - 1; row++) {
    for (let column = 1; column < side - 1; column++) {
      const at = (r: number, c: number) => data[(row + r) * side + column + c]!;
      x.push(
        Math.fround(at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1)),
      );
      y.push(
        Math.fround(at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1)),
      );
    }
  }
  return { x, y };
}
