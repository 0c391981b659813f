import type { Lathe } from "./lathe";

/** A lathe's outline at evenly spaced radii and heights within its cylinder, row by row. */
export interface OutlineTable {
  readonly values: Float64Array;
  readonly columns: number;
}

/** Between two entries; curves of the scene are at least twice as wide. */
const spacing = 0.02;
export const perUnit = 1 / spacing;

export function outlineTable({ outline, within }: Lathe): OutlineTable {
  const columns = Math.ceil(within.radius * perUnit) + 2;
  const rows = Math.ceil((within.high - within.low) * perUnit) + 2;
  const values = new Float64Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    const height = within.low + row * spacing;
    for (let column = 0; column < columns; column++) {
      values[at++] = outline(column * spacing, height);
    }
  }
  return { values, columns };
}
