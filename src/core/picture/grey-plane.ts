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
  const width = Math.ceil(step) + 1;
  const first = Int32Array.from({ length: to }, (_, at) =>
    Math.min(Math.floor(at * step), from - width >= 0 ? from - width : 0),
  );
  const shares = new Float64Array(to * width);
  for (let at = 0; at < to; at++)
    for (let tap = 0; tap < width; tap++) {
      const cell = first[at]! + tap;
      const covered = Math.min(cell + 1, (at + 1) * step, from) - Math.max(cell, at * step);
      if (covered > 0) shares[at * width + tap] = covered / step;
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

/**
 * A picture `[height, width, 1 or 3]` as one grey plane `[side, side]`: every new cell is the mean of
 * the area that it covers. Values stay in the range they were in.
 */
export function greyPlane(picture: Tensor, side: number): Tensor {
  const [height, width] = picture.shape as [number, number, number];
  const grey = luma(picture);
  const across = coverOf(width, side);
  const narrow = new Float64Array(height * side);
  for (let row = 0; row < height; row++)
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (let tap = 0; tap < across.width; tap++) {
        const share = across.shares[x * across.width + tap]!;
        if (share > 0) sum += share * grey[row * width + across.first[x]! + tap]!;
      }
      narrow[row * side + x] = sum;
    }
  const down = coverOf(height, side);
  const data = new Float32Array(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (let tap = 0; tap < down.width; tap++) {
        const share = down.shares[y * down.width + tap]!;
        if (share > 0) sum += share * narrow[(down.first[y]! + tap) * side + x]!;
      }
      data[y * side + x] = sum;
    }
  return { shape: [side, side], data };
}
