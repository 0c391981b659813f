import { clampCell } from "../../core/conv/scan";
import { builtInPicture } from "../../core/picture/catalogue";
import { fitFilter, MOST_FILTERS, type Filter } from "./filter";
import { inChannelsOf, layerGeometry } from "./layer";
import type { FilterBenchState } from "./state";

const plain: Filter = { kernel: "identity", bias: 0 };

/** A finite float32, never −0; what cannot be one becomes 0. */
function asFloat32(value: number): number {
  const rounded = Math.fround(value);
  return Number.isFinite(rounded) ? rounded + 0 : 0;
}

function legalFilter(filter: Filter): Filter {
  const bias = asFloat32(filter.bias);
  const { kernel } = filter;
  if (typeof kernel === "string" || kernel.every((value) => Object.is(value, asFloat32(value))))
    return Object.is(bias, filter.bias) ? filter : { kernel, bias };
  return { kernel: kernel.map(asFloat32), bias };
}

/**
 * The nearest legal state: a grey picture of the book is shown grey, every filter fits the layer's
 * side and channels, and what is looked at exists. Pure and idempotent.
 */
export function repair(state: FilterBenchState): FilterBenchState {
  const grey = builtInPicture(state.picture)?.channels === 1;
  const color = grey ? "grey" : state.color;
  const inChannels = inChannelsOf({ color });
  const given = state.filters.length === 0 ? [plain] : state.filters.slice(0, MOST_FILTERS);
  const filters = given.map((filter) => fitFilter(legalFilter(filter), state.size, inChannels));
  const last = filters.length - 1;
  const sobel = state.sobel && last > 0;
  const terms = inChannels * state.size * state.size;
  const fitted: FilterBenchState = {
    ...state,
    color,
    filters,
    channel: Math.min(state.channel, last),
    sobel,
    xChannel: sobel ? Math.min(state.xChannel, last) : 0,
    yChannel: sobel ? Math.min(state.yChannel, last) : 1,
    added: Math.min(state.added, terms - 1),
  };
  // How large the reader's own picture is cannot be known here; its cells are held when shown.
  if (state.picture === "own") return fitted;
  const geometry = layerGeometry(fitted, state.side, state.side);
  if (typeof geometry === "string") return fitted;
  return { ...fitted, ...clampCell(fitted, geometry.outHeight, geometry.outWidth) };
}
