import { windowAt } from "../../core/conv/window";
import type { WindowOverlay } from "../../viz/map/cell";
import type { ChainLayer } from "./chain";
import type { Depth } from "./measures";

/** One number of a window. */
export interface TraceTerm {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
  /** `null` on padding. */
  readonly source: { readonly row: number; readonly column: number } | null;
}

/** How one number came about. */
export interface Trace {
  readonly kind: "sum" | "largest" | "mean";
  /** Row by row, `size` a side; weights of a mean are all alike. None of a window that is too large. */
  readonly terms: readonly TraceTerm[];
  readonly size: number;
  /** Worked out here from the kept map before: before the activation. NaN of a window too large. */
  readonly result: number;
  readonly window: WindowOverlay;
}

/** Windows up to this side are written out. */
export const WRITTEN = 11;

/** The window behind one cell of a layer's map, from the map before it. */
export function traceOf(
  layer: ChainLayer,
  before: Float32Array,
  kernel: Float32Array | null,
  { row, column }: { readonly row: number; readonly column: number },
): Trace {
  const { kernelSize: size, stride, padding, dilation, from } = layer;
  const window = {
    row: row * stride - padding,
    column: column * stride - padding,
    kernelRows: size,
    kernelColumns: size,
    dilation,
  };
  const largest = layer.kind === "maxPool";
  const kind = kernel ? "sum" : largest ? "largest" : "mean";
  if (size > WRITTEN) return { kind, terms: [], size, result: NaN, window };
  const weights = kernel ?? new Float32Array(size * size).fill(largest ? 1 : 1 / (size * size));
  const { terms, sum } = windowAt(
    {
      input: { shape: [1, from, from, 1], data: before },
      weights: { shape: [size, size, 1, 1], data: weights },
      stride,
      dilation,
      padding: { top: padding, bottom: padding, left: padding, right: padding },
    },
    { row, column, outChannel: 0 },
  );
  if (kernel) return { kind, terms, size, result: sum, window };
  const values = terms.map(({ value }) => value);
  if (largest) return { kind, terms, size, result: largestOf(values), window };
  const total = values.reduce((all, value) => all + value, 0);
  return { kind, terms, size, result: Math.fround(total / values.length), window };
}

const largestOf = (values: readonly number[]): number =>
  values.some(Number.isNaN) ? NaN : values.reduce((a, b) => (b > a ? b : a), -Infinity);

/** Depth of the first map of which something is true; `null` for none. */
export function firstDepth(
  depths: readonly Depth[],
  holds: (depth: Depth) => boolean,
): number | null {
  const at = depths.findIndex(holds);
  return at < 0 ? null : at + 1;
}
