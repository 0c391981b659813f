import { RequestError } from "../errors";

export interface KernelPreset {
  readonly id: string;
  /** As a menu shows it. */
  readonly label: string;
  /** What it does to a picture, one sentence. */
  readonly about: string;
  /** Sides for which the kernel exists. */
  readonly sizes: readonly number[];
}

type Make = (size: number) => number[];

interface PresetRecipe extends KernelPreset {
  readonly kernel: Make;
}

/** Rec. 601 luma: how bright red, green and blue look; sums to 1. */
export const LUMA = [0.299, 0.587, 0.114] as const;

/** Row `size − 1` of Pascal's triangle: the integer bell whose repeated use tends to a Gaussian. */
function binomial(size: number): number[] {
  let row = [1];
  while (row.length < size) row = [1, ...row.slice(1).map((value, i) => value + row[i]!), 1];
  return row;
}

function outer(column: readonly number[], row: readonly number[]): number[] {
  return column.flatMap((a) => row.map((b) => a * b + 0));
}

function convolve1d(a: readonly number[], b: readonly number[]): number[] {
  const out = Array.from({ length: a.length + b.length - 1 }, () => 0);
  a.forEach((x, i) => b.forEach((y, j) => (out[i + j]! += x * y)));
  return out;
}

function transpose(kernel: readonly number[], size: number): number[] {
  return kernel.map((_, at) => kernel[(at % size) * size + Math.floor(at / size)]!);
}

function scaled(kernel: readonly number[], divisor: number): number[] {
  return kernel.map((value) => value / divisor);
}

function impulse(size: number, row: number, column: number): number[] {
  const kernel = Array.from({ length: size * size }, () => 0);
  kernel[row * size + column] = 1;
  return kernel;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const middle = (size: number) => (size - 1) / 2;
const ones = (size: number) => Array.from({ length: size }, () => 1);

const gaussian: Make = (size) => {
  const bell = binomial(size);
  return scaled(outer(bell, bell), sum(bell) ** 2);
};
/** Smoothing down the columns, derivative along the rows. */
const sobelX: Make = (size) => outer(binomial(size), convolve1d(binomial(size - 2), [-1, 0, 1]));
const prewittX: Make = (size) =>
  outer(ones(size), size === 2 ? [-1, 1] : ones(size).map((_, i) => i - middle(size)));
const scharrX: Make = () => outer([3, 10, 3], [-1, 0, 1]);
const turned =
  (make: Make): Make =>
  (size) =>
    transpose(make(size), size);

const laplacian: Make = (size) => {
  if (size === 3) return [0, 1, 0, 1, -4, 1, 0, 1, 0];
  const second = convolve1d(binomial(size - 2), [1, -2, 1]);
  const down = outer(second, binomial(size));
  return down.map((value, at) => value + transpose(down, size)[at]!);
};

const sharpen: Make = (size) => {
  if (size === 3) return [0, -1, 0, -1, 5, -1, 0, -1, 0];
  const centre = impulse(size, middle(size), middle(size));
  return gaussian(size).map((value, at) => 2 * centre[at]! - value);
};

const odd = [3, 5, 7];

const recipes: readonly PresetRecipe[] = [
  {
    id: "identity",
    label: "Identity",
    about: "Leaves the picture as it is.",
    sizes: [1, ...odd],
    kernel: (size) => impulse(size, middle(size), middle(size)),
  },
  {
    id: "shift-right",
    label: "Shift right",
    about: "Reads the neighbour on the left, so the picture moves one pixel to the right.",
    sizes: odd,
    kernel: (size) => impulse(size, middle(size), middle(size) - 1),
  },
  {
    id: "shift-down",
    label: "Shift down",
    about: "Reads the neighbour above, so the picture moves one pixel down.",
    sizes: odd,
    kernel: (size) => impulse(size, middle(size) - 1, middle(size)),
  },
  {
    id: "box",
    label: "Box blur",
    about: "Averages the window, every cell counting the same.",
    sizes: [2, ...odd],
    kernel: (size) => scaled(outer(ones(size), ones(size)), size * size),
  },
  {
    id: "gaussian",
    label: "Gaussian blur",
    about: "Averages the window, the middle counting most; binomial weights.",
    sizes: [2, ...odd],
    kernel: gaussian,
  },
  {
    id: "sharpen",
    label: "Sharpen",
    about: "Adds to each pixel its difference from its surroundings.",
    sizes: odd,
    kernel: sharpen,
  },
  {
    id: "edge",
    label: "Edge",
    about: "Compares each pixel with all its neighbours; flat areas give 0.",
    sizes: odd,
    kernel: (size) =>
      impulse(size, middle(size), middle(size)).map((value) => value * size * size - 1),
  },
  {
    id: "emboss",
    label: "Emboss",
    about: "Lights the picture from the top left, as if it were a relief.",
    sizes: [3],
    kernel: () => [-2, -1, 0, -1, 1, 1, 0, 1, 2],
  },
  {
    id: "sobel-x",
    label: "Sobel x",
    about: "Positive where brightness rises to the right; smoothed up and down.",
    sizes: odd,
    kernel: sobelX,
  },
  {
    id: "sobel-y",
    label: "Sobel y",
    about: "Positive where brightness rises downwards; smoothed left and right.",
    sizes: odd,
    kernel: turned(sobelX),
  },
  {
    id: "prewitt-x",
    label: "Prewitt x",
    about: "Brightness rising to the right, every row counting the same.",
    sizes: [2, ...odd],
    kernel: prewittX,
  },
  {
    id: "prewitt-y",
    label: "Prewitt y",
    about: "Brightness rising downwards, every column counting the same.",
    sizes: [2, ...odd],
    kernel: turned(prewittX),
  },
  {
    id: "scharr-x",
    label: "Scharr x",
    about: "As Sobel x, with weights that make all edge directions respond more alike.",
    sizes: [3],
    kernel: scharrX,
  },
  {
    id: "scharr-y",
    label: "Scharr y",
    about: "As Sobel y, with weights that make all edge directions respond more alike.",
    sizes: [3],
    kernel: turned(scharrX),
  },
  {
    id: "laplacian",
    label: "Laplacian",
    about: "The second derivative in both directions: zero on ramps, not on edges and dots.",
    sizes: odd,
    kernel: laplacian,
  },
  {
    id: "rgb-to-grey",
    label: "RGB to grey",
    about: "Mixes the colours of one pixel as the eye weighs them: 0.299, 0.587, 0.114.",
    sizes: [1],
    kernel: () => [1],
  },
];

/** The hand-made kernels of the book, in menu order. */
export const KERNEL_PRESETS: readonly KernelPreset[] = recipes;

/**
 * A preset's numbers, row by row.
 * @throws {RequestError} an unknown id or a side for which the preset does not exist.
 */
export function presetKernel(id: string, size: number): readonly number[] {
  const recipe = recipes.find((candidate) => candidate.id === id);
  if (!recipe) throw new RequestError(`there is no kernel preset named ${id}`);
  if (!recipe.sizes.includes(size))
    throw new RequestError(
      `${recipe.label} exists for sides ${recipe.sizes.join(", ")}, not for ${size}`,
    );
  return recipe.kernel(size);
}

/**
 * A preset as one filter over `inChannels` channels, `[size, size, inChannels]` row-major.
 *
 * A kernel that sums to zero looks for differences: every channel gets a copy, so its whole numbers
 * stay readable. Any other keeps brightness: every channel gets an equal share of it. RGB to grey is
 * the one that weighs colours, by luma.
 */
export function presetFilter(id: string, size: number, inChannels: number): Float32Array {
  const kernel = presetKernel(id, size);
  const even = Math.abs(sum(kernel)) < 1e-9 ? 1 : 1 / inChannels;
  const weighs = id === "rgb-to-grey" && inChannels === 3;
  const filter = new Float32Array(kernel.length * inChannels);
  kernel.forEach((value, at) => {
    for (let channel = 0; channel < inChannels; channel++)
      filter[at * inChannels + channel] = value * (weighs ? LUMA[channel]! : even);
  });
  return filter;
}
