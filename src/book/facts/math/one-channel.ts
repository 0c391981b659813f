/** A small 2-D block of numbers, rows first. */
export type Grid = readonly (readonly number[])[];

/** Sliding dot product of one channel with one kernel, stride 1, no padding, no flip. */
export function correlate(input: Grid, kernel: Grid): Grid {
  const height = input.length - kernel.length + 1;
  const width = input[0]!.length - kernel[0]!.length + 1;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      let sum = 0;
      kernel.forEach((weights, a) =>
        weights.forEach((weight, b) => (sum += weight * input[row + a]![column + b]!)),
      );
      return sum;
    }),
  );
}

/** Every value through `f`. */
export function mapGrid(
  grid: Grid,
  f: (value: number, row: number, column: number) => number,
): Grid {
  return grid.map((values, row) => values.map((value, column) => f(value, row, column)));
}

/** Sum of all values. */
export function gridSum(grid: Grid): number {
  return grid.flat().reduce((sum, value) => sum + value, 0);
}
