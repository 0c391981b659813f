/**
 * Numbers of one plane in texels of four: texel (x, y) holds rows 2y, 2y + 1 of columns 2x, 2x + 1,
 * as tfjs packs them.
 */

/** `[height, width]` to texels, row by row; what lies past the plane is 0. */
export function packBlocks(plane: Float32Array, height: number, width: number): Float32Array {
  const across = Math.ceil(width / 2);
  const texels = new Float32Array(across * Math.ceil(height / 2) * 4);
  for (let row = 0; row < height; row++) {
    let to = (row >> 1) * across * 4 + (row & 1) * 2;
    let from = row * width;
    for (let column = 0; column + 1 < width; column += 2) {
      texels[to] = plane[from]!;
      texels[to + 1] = plane[from + 1]!;
      to += 4;
      from += 2;
    }
    if (width % 2 === 1) texels[to] = plane[from]!;
  }
  return texels;
}

/** Where a plane's numbers go: from `first` on, `step` apart. */
export interface Spread {
  readonly into: Float32Array;
  readonly first: number;
  readonly step: number;
}

/** Texels back to rows of `height × width` numbers. */
export function unpackBlocks(
  texels: Float32Array,
  height: number,
  width: number,
  { into, first, step }: Spread,
): void {
  const across = Math.ceil(width / 2);
  for (let row = 0; row < height; row++) {
    let from = (row >> 1) * across * 4 + (row & 1) * 2;
    let to = first + row * width * step;
    for (let column = 0; column + 1 < width; column += 2) {
      into[to] = texels[from]!;
      into[to + step] = texels[from + 1]!;
      from += 4;
      to += 2 * step;
    }
    if (width % 2 === 1) into[to] = texels[from]!;
  }
}
