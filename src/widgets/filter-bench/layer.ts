import type { Conv2dSpec, Tensor } from "../../compute/types";
import { convGeometry, kernelReach, type ConvGeometry } from "../../core/conv/geometry";
import { KERNEL_SIZES, filterNumbers, kernelsOf } from "./filter";
import type { FilterBenchState } from "./state";

export function inChannelsOf({ color }: Pick<FilterBenchState, "color">): 1 | 3 {
  return color === "colour" ? 3 : 1;
}

/** Each filter's kernels, `[outChannel][inChannel][row · size + column]`. */
export function layerKernels(state: FilterBenchState): readonly (readonly number[][])[] {
  return state.filters.map((filter) =>
    kernelsOf(filterNumbers(filter, state.size, inChannelsOf(state)), state.size),
  );
}

/** The layer's weights, `[size, size, inChannels, outChannels]`. */
export function layerWeights(state: FilterBenchState): Tensor {
  const { size, filters } = state;
  const inChannels = inChannelsOf(state);
  const data = new Float32Array(size * size * inChannels * filters.length);
  layerKernels(state).forEach((kernels, out) =>
    kernels.forEach((kernel, channel) =>
      kernel.forEach((weight, tap) => {
        data[(tap * inChannels + channel) * filters.length + out] = weight;
      }),
    ),
  );
  return { shape: [size, size, inChannels, filters.length], data };
}

/** The bench's convolution of an input `[1, height, width, inChannels]`. */
export function layerSpec(state: FilterBenchState, input: Tensor): Conv2dSpec {
  const { stride, padding, paddingMode, dilation, activation, filters } = state;
  const bias = filters.map((filter) => filter.bias);
  return {
    input,
    weights: layerWeights(state),
    bias,
    stride,
    padding,
    paddingMode,
    dilation,
    activation,
  };
}

/** The layer's sizes on an input of `height × width`, or the sentence that says why it cannot run. */
export function layerGeometry(
  state: FilterBenchState,
  height: number,
  width: number,
): ConvGeometry | string {
  const { size, stride, padding, paddingMode, dilation, filters } = state;
  const inChannels = inChannelsOf(state);
  try {
    return convGeometry({
      inputShape: [1, height, width, inChannels],
      weightShape: [size, size, inChannels, filters.length],
      stride,
      padding,
      paddingMode,
      dilation,
    });
  } catch (error) {
    return (error as Error).message;
  }
}

export interface FittedLayer {
  readonly state: FilterBenchState;
  readonly geometry: ConvGeometry;
  /** What was changed to fit and why; `null` when nothing was. */
  readonly note: string | null;
}

/**
 * The state nearest to this one that runs on an input of `height × width`: first a smaller dilation,
 * then a smaller kernel, then zero padding in place of one that needs a larger picture.
 */
export function fitLayer(state: FilterBenchState, height: number, width: number): FittedLayer {
  const geometry = layerGeometry(state, height, width);
  if (typeof geometry !== "string") return { state, geometry, note: null };
  const dilations = Array.from({ length: state.dilation }, (_, less) => state.dilation - less);
  const sizes = KERNEL_SIZES.filter((size) => size <= state.size).toReversed();
  for (const paddingMode of new Set([state.paddingMode, "zero"] as const))
    for (const size of sizes)
      for (const dilation of dilations) {
        const smaller = { ...state, paddingMode, size, dilation };
        const fits = layerGeometry(smaller, height, width);
        if (typeof fits === "string") continue;
        const note =
          `A window reaching ${kernelReach(state.size, state.dilation)} cells does not fit this ` +
          `picture of ${height} × ${width}; the nearest that does is shown: kernel ${size} × ` +
          `${size}, dilation ${dilation}${paddingMode === state.paddingMode ? "" : ", zero padding"}.`;
        return { state: smaller, geometry: fits, note };
      }
  throw new Error(`no layer fits an input of ${height} × ${width}`);
}
