import type { Tensor } from "../../core/tensor";

/** `[size, size, 1]`: a white square on black, so that there is something to filter at once. */
export function freshGrid(size: number): Tensor {
  const data = new Float32Array(size * size);
  const from = Math.floor(size / 4);
  for (let row = from; row < size - from; row++)
    data.fill(1, row * size + from, (row + 1) * size - from);
  return { shape: [size, size, 1], data };
}

export function sizeOf(grid: Tensor): number {
  return grid.shape[0]!;
}

/** The grid with one cell set, in steps of a hundredth, between 0 and 1. */
export function withCell(grid: Tensor, cell: number, value: number): Tensor {
  const data = grid.data.slice();
  data[cell] = Math.min(Math.max(Math.round(value * 100) / 100, 0), 1);
  return { shape: grid.shape, data };
}

export function cleared(grid: Tensor): Tensor {
  return { shape: grid.shape, data: new Float32Array(grid.data.length) };
}

export function inverted(grid: Tensor): Tensor {
  return { shape: grid.shape, data: grid.data.map((value) => 1 - value) };
}

/** Where a key moves the brush on a square grid, or `null` for a key that does not move it. */
export function moveBrush(cell: number, key: string, size: number): number | null {
  const row = Math.floor(cell / size);
  const column = cell % size;
  switch (key) {
    case "ArrowLeft":
      return column > 0 ? cell - 1 : cell;
    case "ArrowRight":
      return column < size - 1 ? cell + 1 : cell;
    case "ArrowUp":
      return row > 0 ? cell - size : cell;
    case "ArrowDown":
      return row < size - 1 ? cell + size : cell;
    case "Home":
      return row * size;
    case "End":
      return row * size + size - 1;
    default:
      return null;
  }
}
