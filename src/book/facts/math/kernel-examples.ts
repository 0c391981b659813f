import { gradientAt } from "../../../core/gradient/gradient";
import { type Grid, correlate, mapGrid } from "./one-channel";

/** Chapter 1's worked example: two input channels, two filters of 2×2 kernels. */
export const mixInput: readonly Grid[] = [
  [
    [1, 0, 2],
    [0, 1, 0],
    [3, 0, 1],
  ],
  [
    [0, 1, 0],
    [2, 0, 2],
    [0, 1, 0],
  ],
];

export const mixFilters: readonly { readonly kernels: readonly Grid[]; readonly bias: number }[] = [
  {
    kernels: [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 1],
        [-1, 0],
      ],
    ],
    bias: 1,
  },
  {
    kernels: [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 0],
      ],
    ],
    bias: -2,
  },
];

/** Partial maps and output of filter 1 or 2 of the worked example. */
export function mixExample(filter: 1 | 2): {
  readonly partials: readonly Grid[];
  readonly output: Grid;
} {
  const { kernels, bias } = mixFilters[filter - 1]!;
  const partials = kernels.map((kernel, channel) => correlate(mixInput[channel]!, kernel));
  return {
    partials,
    output: mapGrid(partials[0]!, (_, row, column) =>
      partials.reduce((sum, partial) => sum + partial[row]![column]!, bias),
    ),
  };
}

export const sobelX: Grid = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

export const sobelY: Grid = [
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1],
];

/** The 5×5 patch of the Sobel example: a bright corner behind a slanted edge. */
export const sobelPatch: Grid = [
  [10, 10, 10, 50, 50],
  [10, 10, 10, 50, 50],
  [10, 10, 10, 50, 50],
  [10, 10, 50, 50, 50],
  [10, 50, 50, 50, 50],
];

function both(patch: Grid): { gx: Grid; gy: Grid } {
  return { gx: correlate(patch, sobelX), gy: correlate(patch, sobelY) };
}

function at(patch: Grid, row: number, column: number) {
  const { gx, gy } = both(patch);
  const x = gx[row]![column]!;
  const y = gy[row]![column]!;
  return { gx: x, gy: y, ...gradientAt(x, y) };
}

const three = (f: (x: number, y: number) => number): Grid =>
  [0, 1, 2].map((y) => [0, 1, 2].map((x) => f(x, y)));

export const sobelExample = {
  patch: () => both(sobelPatch),
  centre: () => at(sobelPatch, 1, 1),
  step: () =>
    at(
      three((x) => (x === 2 ? 1 : 0)),
      0,
      0,
    ),
  diagonal: () =>
    at(
      three((x, y) => (x + y >= 3 ? 1 : 0)),
      0,
      0,
    ),
  ramp: (a: number, b: number) =>
    at(
      three((x, y) => a * x + b * y),
      0,
      0,
    ),
};
