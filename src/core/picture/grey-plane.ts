import { LUMA } from "../kernel/presets";
import type { Tensor } from "../tensor";

/** Share of each old cell in each new one, along one axis. */
function shares(from: number, to: number): readonly (readonly (readonly [number, number])[])[] {
  const step = from / to;
  return Array.from({ length: to }, (_, at) => {
    const [start, end] = [at * step, (at + 1) * step];
    const cells: [number, number][] = [];
    for (let cell = Math.floor(start); cell < end - 1e-9 && cell < from; cell++) {
      const share = Math.min(cell + 1, end) - Math.max(cell, start);
      if (share > 1e-9) cells.push([cell, share / step]);
    }
    return cells;
  });
}

/** How bright every cell is: luma of three channels, or the only one. */
function luma({ shape, data }: Tensor): Float32Array {
  const channels = shape[2]!;
  const plane = new Float32Array(data.length / channels);
  for (let at = 0; at < plane.length; at++)
    plane[at] =
      channels === 1
        ? data[at]!
        : LUMA[0] * data[at * channels]! +
          LUMA[1] * data[at * channels + 1]! +
          LUMA[2] * data[at * channels + 2]!;
  return plane;
}

/**
 * A picture `[height, width, 1 or 3]` as one grey plane `[side, side]`: every new cell is the mean of
 * the area that it covers. Values stay in the range they were in.
 */
export function greyPlane(picture: Tensor, side: number): Tensor {
  const [height, width] = picture.shape as [number, number, number];
  const grey = luma(picture);
  const columns = shares(width, side);
  const narrow = new Float32Array(height * side);
  for (let row = 0; row < height; row++)
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (const [cell, share] of columns[x]!) sum += share * grey[row * width + cell]!;
      narrow[row * side + x] = sum;
    }
  const data = new Float32Array(side * side);
  shares(height, side).forEach((cells, y) => {
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (const [cell, share] of cells) sum += share * narrow[cell * side + x]!;
      data[y * side + x] = sum;
    }
  });
  return { shape: [side, side], data };
}
