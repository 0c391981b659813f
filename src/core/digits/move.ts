/** Where a picture is laid: turned and stretched about its middle, then shifted. */
export interface Movement {
  /** Pixels to the right and down. */
  readonly dx: number;
  readonly dy: number;
  /** Radians, clockwise as y points down. */
  readonly turn: number;
  /** New size by old. */
  readonly size: number;
}

/**
 * A moved picture, each pixel by bilinear interpolation; what comes in from outside is 0, paper.
 *
 * Reads `[height, width, channels]` numbers of `source` from `from` on, and writes as many to
 * `target` from `to` on.
 */
export function movePicture(
  source: Float32Array,
  from: number,
  target: Float32Array,
  to: number,
  [height, width, channels]: readonly [number, number, number],
  { dx, dy, turn, size }: Movement,
): void {
  const cosine = Math.cos(turn) / size;
  const sine = Math.sin(turn) / size;
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  const at = (row: number, column: number, channel: number) =>
    row < 0 || column < 0 || row >= height || column >= width
      ? 0
      : source[from + (row * width + column) * channels + channel]!;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const x = column - middleX - dx;
      const y = row - middleY - dy;
      const oldX = cosine * x + sine * y + middleX;
      const oldY = cosine * y - sine * x + middleY;
      const left = Math.floor(oldX);
      const top = Math.floor(oldY);
      const across = oldX - left;
      const down = oldY - top;
      for (let channel = 0; channel < channels; channel++) {
        const above = at(top, left, channel) * (1 - across) + at(top, left + 1, channel) * across;
        const below =
          at(top + 1, left, channel) * (1 - across) + at(top + 1, left + 1, channel) * across;
        target[to + (row * width + column) * channels + channel] =
          above * (1 - down) + below * down;
      }
    }
}
