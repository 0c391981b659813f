import { KERNEL_PRESETS } from "../../core/kernel/presets";
import {
  negateKernel,
  normalizeKernel,
  randomKernel,
  rotateKernel180,
} from "../../core/kernel/transform";
import { builtInPicture, type PictureId } from "../../core/picture/catalogue";
import {
  filterNumbers,
  kernelsOf,
  MOST_FILTERS,
  presetExists,
  type Filter,
  type KernelSize,
} from "./filter";
import { inChannelsOf } from "./layer";
import type { FilterBenchState } from "./state";

type Change = Partial<FilterBenchState>;

function withFilter(state: FilterBenchState, index: number, change: Partial<Filter>): Change {
  return {
    filters: state.filters.map((filter, at) => (at === index ? { ...filter, ...change } : filter)),
  };
}

function numbersOf(state: FilterBenchState, index: number): readonly number[] {
  return filterNumbers(state.filters[index]!, state.size, inChannelsOf(state));
}

/** A picture of the book, in colour where it has any. */
export function choosePicture(picture: PictureId): Change {
  return { picture, color: builtInPicture(picture)!.channels === 3 ? "colour" : "grey" };
}

/** One weight of one filter. */
export function setWeight(
  state: FilterBenchState,
  index: number,
  inChannel: number,
  tap: number,
  value: number,
): Change {
  const kernel = [...numbersOf(state, index)];
  kernel[inChannel * state.size * state.size + tap] = Math.fround(value);
  return withFilter(state, index, { kernel });
}

export function setBias(state: FilterBenchState, index: number, bias: number): Change {
  return withFilter(state, index, { bias: Math.fround(bias) });
}

export function choosePreset(state: FilterBenchState, index: number, id: string): Change {
  return withFilter(state, index, { kernel: id });
}

/** What the buttons beside a filter do to its numbers. */
export type FilterAction = "normalize" | "negate" | "rotate" | "random" | "zeros";

/** The filter's numbers after a button was pressed; a random one also moves the seed on. */
export function actOnFilter(state: FilterBenchState, index: number, action: FilterAction): Change {
  const numbers = numbersOf(state, index);
  const kernels = kernelsOf(numbers, state.size);
  const store = (kernel: readonly number[]) =>
    withFilter(state, index, { kernel: kernel.map(Math.fround) });
  switch (action) {
    // The whole filter keeps brightness, not each of its kernels.
    case "normalize":
      return store(normalizeKernel(numbers));
    case "negate":
      return store(negateKernel(numbers));
    case "rotate":
      return store(kernels.flatMap((kernel) => rotateKernel180(kernel)));
    case "random":
      return {
        ...store(randomKernel(numbers.length, state.seed, index)),
        seed: (state.seed + 1) % 1_000_000,
      };
    case "zeros":
      return store(numbers.map(() => 0));
  }
}

/** Names a new filter by the first preset that the layer does not hold yet. */
export function addFilter(state: FilterBenchState): Change {
  if (state.filters.length >= MOST_FILTERS) return {};
  const held = new Set(state.filters.map(({ kernel }) => kernel));
  const wanted = ["sobel-x", "sobel-y", "edge", "gaussian", "sharpen", "laplacian", "box"];
  const free = [...wanted, ...KERNEL_PRESETS.map(({ id }) => id)].find(
    (id) => !held.has(id) && presetExists(id, state.size),
  );
  const filter: Filter = { kernel: free ?? "identity", bias: 0 };
  return { filters: [...state.filters, filter], channel: state.filters.length };
}

export function removeFilter(state: FilterBenchState, index: number): Change {
  if (state.filters.length < 2) return {};
  const after = (at: number) => (at > index ? at - 1 : at);
  return {
    filters: state.filters.filter((_, at) => at !== index),
    channel: after(state.channel),
    xChannel: after(state.xChannel),
    yChannel: after(state.yChannel),
  };
}

/**
 * Reads two channels as a gradient: the first pair of derivative kernels in the layer, or Sobel's,
 * put in at a side that has them.
 */
export function openSobel(state: FilterBenchState): Change {
  const names = state.filters.map(({ kernel }) => kernel);
  for (const family of ["sobel", "scharr", "prewitt"]) {
    const [xChannel, yChannel] = [names.indexOf(`${family}-x`), names.indexOf(`${family}-y`)];
    if (xChannel >= 0 && yChannel >= 0) return { sobel: true, xChannel, yChannel };
  }
  const size: KernelSize = presetExists("sobel-x", state.size) ? state.size : 3;
  const pair: Filter[] = ["sobel-x", "sobel-y"].map((kernel) => ({ kernel, bias: 0 }));
  const kept = state.filters.slice(0, MOST_FILTERS - 2);
  return {
    sobel: true,
    size,
    filters: [...kept, ...pair],
    xChannel: kept.length,
    yChannel: kept.length + 1,
  };
}
