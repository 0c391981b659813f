import { LUMA } from "../kernel/presets";
import type { Tensor } from "../tensor";

/** The old cells that each new one covers along one axis, and how much of it each fills. */
interface Cover {
  /** First old cell of each new one. */
  readonly first: Int32Array;
  /** Most old cells of a new one. */
  readonly width: number;
  /** `[new cell, width]`, each row summing to 1. */
  readonly shares: Float64Array;
}

function coverOf(from: number, to: number): Cover {
  const step = from / to;
  const width = Math.min(Math.ceil(step) + 1, from);
  const first = new Int32Array(to);
  const shares = new Float64Array(to * width);
  for (let at = 0; at < to; at++) {
    first[at] = Math.min(Math.floor(at * step), from - width);
    for (let tap = 0; tap < width; tap++) {
      const cell = first[at]! + tap;
      const covered = Math.min(cell + 1, (at + 1) * step, from) - Math.max(cell, at * step);
      if (covered > 0) shares[at * width + tap] = covered / step;
    }
  }
  return { first, width, shares };
}

/** How bright every cell is: luma of three channels, or the only one. */
function luma({ shape, data }: Tensor): Float32Array {
  const channels = shape[2]!;
  if (channels === 1) return data;
  const plane = new Float32Array(data.length / channels);
  for (let at = 0, from = 0; at < plane.length; at++, from += channels)
    plane[at] = LUMA[0] * data[from]! + LUMA[1] * data[from + 1]! + LUMA[2] * data[from + 2]!;
  return plane;
}

/** Each row of `data` brought to the cover's cells: `[rows, to]`. */
function narrowed(data: Float32Array, rows: number, from: number, to: number): Float64Array {
  const { first, width, shares } = coverOf(from, to);
  const narrow = new Float64Array(rows * to);
  for (let row = 0, at = 0; row < rows; row++)
    for (let x = 0; x < to; x++) {
      const cell = row * from + first[x]!;
      let sum = 0;
      for (let tap = 0; tap < width; tap++) sum += shares[x * width + tap]! * data[cell + tap]!;
      narrow[at++] = sum;
    }
  return narrow;
}

/**
 * A picture `[height, width, 1 or 3]` as one grey plane `[side, side]`: every new cell is the mean of
 * the area that it covers. Values stay in the range they were in.
 */
export function greyPlane(picture: Tensor, side: number): Tensor {
  const [height, width] = picture.shape as [number, number, number];
  const narrow = narrowed(luma(picture), height, width, side);
  const down = coverOf(height, side);
  const data = new Float32Array(side * side);
  const sums = new Float64Array(side);
  for (let y = 0; y < side; y++) {
    sums.fill(0);
    for (let tap = 0; tap < down.width; tap++) {
      const share = down.shares[y * down.width + tap]!;
      const row = (down.first[y]! + tap) * side;
      if (share > 0) for (let x = 0; x < side; x++) sums[x]! += share * narrow[row + x]!;
    }
    data.set(sums, y * side);
  }
  return { shape: [side, side], data };
}
