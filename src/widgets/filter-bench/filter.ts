import { KERNEL_PRESETS, presetFilter } from "../../core/kernel/presets";
import { resizeKernel } from "../../core/kernel/transform";

/** Sides that a kernel of the bench may have. */
export const KERNEL_SIZES = [1, 2, 3, 5, 7] as const;
export type KernelSize = (typeof KERNEL_SIZES)[number];

/** Most filters a layer of the bench has. */
export const MOST_FILTERS = 8;

/**
 * One filter as the link carries it: a preset by name, which follows the layer's side and input
 * channels, or numbers of its own, `[inChannel][row][column]` flat, float32.
 */
export interface Filter {
  readonly kernel: string | readonly number[];
  readonly bias: number;
}

/** Whether a preset has numbers of its own for a side. */
export function presetExists(id: string, size: number): boolean {
  return KERNEL_PRESETS.some((preset) => preset.id === id && preset.sizes.includes(size));
}

function mixPreset(id: string, size: number, inChannels: number): readonly number[] {
  const numbers = presetFilter(id, size, inChannels);
  const taps = size * size;
  return Array.from(
    { length: taps * inChannels },
    (_, at) => numbers[(at % taps) * inChannels + Math.floor(at / taps)]!,
  );
}

const keyOf = (id: string, size: number, inChannels: number) => `${id} ${size} ${inChannels}`;

/** Every preset's numbers: each change of a weight is compared with all of them. */
const mixed: ReadonlyMap<string, readonly number[]> = new Map(
  KERNEL_PRESETS.flatMap(({ id, sizes }) =>
    sizes.flatMap((size) =>
      [1, 3].map(
        (inChannels) => [keyOf(id, size, inChannels), mixPreset(id, size, inChannels)] as const,
      ),
    ),
  ),
);

/** A preset's numbers, `[inChannel][row][column]` flat. */
function presetNumbers(id: string, size: number, inChannels: number): readonly number[] {
  return mixed.get(keyOf(id, size, inChannels))!;
}

/** The side and channel count of `count` numbers, or `null` when no filter has that many. */
function shapeOf(count: number): { readonly size: KernelSize; readonly inChannels: 1 | 3 } | null {
  for (const size of KERNEL_SIZES)
    for (const inChannels of [1, 3] as const)
      if (size * size * inChannels === count) return { size, inChannels };
  return null;
}

/** Whether `count` numbers make a filter of some side over 1 or 3 channels. */
export function isFilterLength(count: number): boolean {
  return shapeOf(count) !== null;
}

/** The kernels of flat filter numbers, one an input channel. */
export function kernelsOf(numbers: readonly number[], size: number): readonly number[][] {
  const taps = size * size;
  return Array.from({ length: numbers.length / taps }, (_, channel) =>
    numbers.slice(channel * taps, (channel + 1) * taps),
  );
}

/** The preset whose numbers these are, to float32, or `null`. */
function presetOf(numbers: readonly number[], size: number, inChannels: number): string | null {
  const found = KERNEL_PRESETS.find(
    ({ id, sizes }) =>
      sizes.includes(size) &&
      presetNumbers(id, size, inChannels).every((value, at) => value === numbers[at]),
  );
  return found?.id ?? null;
}

/** The nearest side for which a preset has numbers, the smaller of two. */
function nearestSize(id: string, size: number): KernelSize {
  const sizes = KERNEL_PRESETS.find((preset) => preset.id === id)?.sizes ?? [1];
  return sizes.reduce((best, candidate) =>
    Math.abs(candidate - size) < Math.abs(best - size) ? candidate : best,
  ) as KernelSize;
}

const FLOAT32_MAX = 3.4028234663852886e38;

/** The nearest finite float32. */
function held(value: number): number {
  return Math.fround(Math.min(Math.max(value, -FLOAT32_MAX), FLOAT32_MAX)) + 0;
}

/**
 * Kernels for another number of input channels. From one to three: a kernel that sums to zero is
 * copied, any other shared out, as presets are. From three to one: equal difference kernels become
 * one of them, others are added up, which answers a grey picture as before.
 */
function rechannel(kernels: readonly (readonly number[])[], inChannels: 1 | 3): number[][] {
  if (kernels.length === inChannels) return kernels.map((kernel) => [...kernel]);
  const [first = []] = kernels;
  const level = first.reduce((total, value) => total + value, 0);
  const differs =
    Math.abs(level) < 1e-6 * first.reduce((total, value) => total + Math.abs(value), 1);
  if (inChannels === 3) {
    const share = differs ? 1 : 1 / 3;
    return [0, 1, 2].map(() => first.map((value) => held(value * share)));
  }
  const alike = kernels.every((kernel) => kernel.every((value, at) => value === first[at]));
  if (alike && differs) return [[...first]];
  return [first.map((_, at) => held(kernels.reduce((total, kernel) => total + kernel[at]!, 0)))];
}

/**
 * A filter's numbers for a layer, `[inChannel][row][column]` flat. A preset that has none for the
 * side gets those of the nearest side in a frame of zeros, or cut to the middle.
 */
export function filterNumbers(
  { kernel }: Filter,
  size: KernelSize,
  inChannels: 1 | 3,
): readonly number[] {
  if (typeof kernel === "string") {
    if (presetExists(kernel, size)) return presetNumbers(kernel, size, inChannels);
    const from = nearestSize(kernel, size);
    return kernelsOf(presetNumbers(kernel, from, inChannels), from).flatMap((one) =>
      resizeKernel(one, from, size),
    );
  }
  const shape = shapeOf(kernel.length);
  if (!shape) return Array.from({ length: size * size * inChannels }, () => 0);
  if (shape.size === size && shape.inChannels === inChannels) return kernel;
  const resized = kernelsOf(kernel, shape.size).map((one) => resizeKernel(one, shape.size, size));
  return rechannel(resized, inChannels).flat();
}

/** The same filter in its plainest form for a layer: a preset's name where the numbers are one's. */
export function fitFilter(filter: Filter, size: KernelSize, inChannels: 1 | 3): Filter {
  if (typeof filter.kernel === "string" && presetExists(filter.kernel, size)) return filter;
  const numbers = filterNumbers(filter, size, inChannels);
  const kernel = presetOf(numbers, size, inChannels) ?? numbers;
  return kernel === filter.kernel ? filter : { ...filter, kernel };
}

/** What a menu calls a filter; one with numbers of its own is "your own". */
export function filterName({ kernel }: Filter): string {
  if (typeof kernel !== "string") return "Your own numbers";
  return KERNEL_PRESETS.find((preset) => preset.id === kernel)?.label ?? kernel;
}
