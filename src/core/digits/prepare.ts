import type { Tensor } from "../tensor";

/** Longer side of the ink after fitting, in pixels, as in MNIST. */
export const fittedSide = 20;

/** The rectangle that holds all ink: first row and column, and how many of each. */
export interface InkBounds {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A drawing on its way to a picture that a network can read, step by step. */
export interface PreparedDigit {
  readonly bounds: InkBounds;
  /** `[rows, columns]`, the drawing inside its bounds. */
  readonly cropped: Tensor;
  /** `[rows, columns]`, the longer side 20. */
  readonly fitted: Tensor;
  /** `[row, column]` of the ink's centre of mass in `fitted`. */
  readonly mass: readonly [number, number];
  /** `[side, side]`, with the centre of mass in the middle. */
  readonly centered: Tensor;
}

/** Ink weaker than this is no ink. */
const FAINT = 0.05;

/**
 * Crops a drawing to its ink, makes the longer side 20 pixels with the proportions kept, and lays it
 * on an empty picture so that the centre of mass is in the middle, to the pixel; `null` for a blank.
 *
 * Shapes: drawing `[height, width]`, values 0 to 1; the result's last step `[side, side]`.
 * Source: LeCun, Cortes & Burges, "The MNIST database".
 */
export function prepareDigit(drawing: Tensor, side: number): PreparedDigit | null {
  const bounds = inkBounds(drawing);
  if (!bounds) return null;
  const cropped = crop(drawing, bounds);
  const zoom = fittedSide / Math.max(bounds.rows, bounds.columns);
  const fitted = resized(
    cropped,
    Math.max(Math.round(bounds.rows * zoom), 1),
    Math.max(Math.round(bounds.columns * zoom), 1),
  );
  const mass = centerOfInk(fitted);
  const [rows, columns] = fitted.shape as [number, number];
  const middle = (side - 1) / 2;
  const place = (center: number, length: number) =>
    Math.min(Math.max(Math.round(middle - center), 0), side - length);
  const centered = new Float32Array(side * side);
  const [top, left] = [place(mass[0], rows), place(mass[1], columns)];
  for (let row = 0; row < rows; row++)
    centered.set(
      fitted.data.subarray(row * columns, (row + 1) * columns),
      (top + row) * side + left,
    );
  return { bounds, cropped, fitted, mass, centered: { shape: [side, side], data: centered } };
}

function inkBounds({ shape, data }: Tensor): InkBounds | null {
  const [height, width] = shape as [number, number];
  let [top, left, bottom, right] = [height, width, -1, -1];
  for (let at = 0; at < data.length; at++) {
    if (data[at]! < FAINT) continue;
    const [row, column] = [Math.floor(at / width), at % width];
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  if (bottom < 0) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function crop({ shape, data }: Tensor, { row, column, rows, columns }: InkBounds): Tensor {
  const width = shape[1]!;
  const kept = new Float32Array(rows * columns);
  for (let at = 0; at < rows; at++)
    kept.set(
      data.subarray((row + at) * width + column, (row + at) * width + column + columns),
      at * columns,
    );
  return { shape: [rows, columns], data: kept };
}

/**
 * A picture at another size: every new pixel is the mean of the area it covers.
 *
 * Shapes: `[height, width]` to `[rows, columns]`.
 */
export function resized({ shape, data }: Tensor, rows: number, columns: number): Tensor {
  const [height, width] = shape as [number, number];
  const down = shares(height, rows);
  const across = shares(width, columns);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (const [y, tall] of down[row]!)
        for (const [x, wide] of across[column]!) sum += tall * wide * data[y * width + x]!;
      values[row * columns + column] = sum;
    }
  return { shape: [rows, columns], data: values };
}

/** For every new cell, the old cells under it with their shares, which add up to 1. */
function shares(from: number, to: number): readonly (readonly (readonly [number, number])[])[] {
  const step = from / to;
  return Array.from({ length: to }, (_, at) => {
    const [start, end] = [at * step, (at + 1) * step];
    const cells: [number, number][] = [];
    for (let cell = Math.floor(start); cell < Math.min(Math.ceil(end), from); cell++) {
      const overlap = Math.min(cell + 1, end) - Math.max(cell, start);
      if (overlap > 1e-9) cells.push([cell, overlap / step]);
    }
    return cells;
  });
}

/** `[row, column]` of the centre of mass; the middle of a picture without ink. */
export function centerOfInk({ shape, data }: Tensor): readonly [number, number] {
  const [rows, columns] = shape as [number, number];
  let [row, column, mass] = [0, 0, 0];
  data.forEach((ink, at) => {
    row += ink * Math.floor(at / columns);
    column += ink * (at % columns);
    mass += ink;
  });
  return mass > 0 ? [row / mass, column / mass] : [(rows - 1) / 2, (columns - 1) / 2];
}
