import type { Tensor } from "../tensor";

/** A square picture, `[side, side, channels]`, from its value at each row, column and channel. */
export function paint(
  side: number,
  channels: number,
  value: (row: number, column: number, channel: number) => number,
): Tensor {
  const data = new Float32Array(side * side * channels);
  let at = 0;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      for (let channel = 0; channel < channels; channel++) data[at++] = value(row, column, channel);
    }
  }
  return { shape: [side, side, channels], data };
}
