import { stepSize, type WindowStep } from "../../core/receptive-field/window-step";
import type { Recipe } from "./state";

/** One layer on the way down. */
export interface ChainLayer extends Required<WindowStep> {
  readonly kind: "conv" | "maxPool" | "averagePool" | "globalAverage";
  /** Which convolution of the chain it is, from 0; −1 for a pool. */
  readonly conv: number;
  readonly from: number;
  readonly to: number;
}

export type Ending =
  /** At 1 × 1. */
  | "one"
  /** The next window is larger than what is left. */
  | "tooLarge"
  /** The next layers do not make it smaller, now or ever. */
  | "stuck";

export interface Chain {
  readonly layers: readonly ChainLayer[];
  /** The start, then the side after every layer. */
  readonly sides: readonly number[];
  readonly ending: Ending;
}

/** Longest chain there is: one cell less a layer, from the largest picture. */
const MOST_LAYERS = 520;

/** The whole way from the picture's side to where it ends. */
export function chainOf(recipe: Recipe): Chain {
  const layers: ChainLayer[] = [];
  let side = recipe.side;
  const end = (ending: Ending): Chain => ({
    layers,
    sides: [recipe.side, ...layers.map(({ to }) => to)],
    ending,
  });
  let conv = 0;
  const convs = Array.from({ length: recipe.every }, () => "conv" as const);
  const round = recipe.pool === "none" ? (["conv"] as const) : ([...convs, "pool"] as const);
  while (layers.length < MOST_LAYERS) {
    const roundFrom = side;
    const roundStart = layers.length;
    for (const what of round) {
      if (side === 1) return end("one");
      const layer =
        side <= recipe.averageAt
          ? globalAverage(side)
          : what === "conv"
            ? convolution(recipe, side, conv++)
            : pooling(recipe, side);
      if (!layer) return end("tooLarge");
      layers.push(layer);
      side = layer.to;
    }
    if (side === 1) return end("one");
    if (side >= roundFrom) {
      // Shown once where there is nothing else: so one sees that nothing changes.
      if (roundStart > 0) layers.length = roundStart;
      return end("stuck");
    }
  }
  return end("stuck");
}

function convolution(recipe: Recipe, side: number, conv: number): ChainLayer | null {
  const { kernelSize, stride, padding } = recipe;
  const step = { kernelSize, stride, padding, dilation: dilationOf(recipe, side, conv) };
  const to = stepSize(side, step);
  return to === null ? null : { ...step, kind: "conv", conv, from: side, to };
}

function dilationOf({ dilation, kernelSize, padding }: Recipe, side: number, conv: number): number {
  if (dilation !== "double") return Number(dilation);
  const left = Math.floor((side + 2 * padding - 1) / (kernelSize - 1));
  return Math.max(1, Math.min(2 ** Math.min(conv, 10), left));
}

function pooling({ pool, poolSize }: Recipe, side: number): ChainLayer | null {
  const step = { kernelSize: poolSize, stride: poolSize, padding: 0, dilation: 1 };
  const to = stepSize(side, step);
  const kind = pool === "max" ? "maxPool" : "averagePool";
  return to === null ? null : { ...step, kind, conv: -1, from: side, to };
}

function globalAverage(side: number): ChainLayer {
  const step = { kernelSize: side, stride: side, padding: 0, dilation: 1 };
  return { ...step, kind: "globalAverage", conv: -1, from: side, to: 1 };
}

/** `3×3`, `3×3 stride 2`, `2×2 max pool`, `mean of 7×7`. */
export function layerName({ kind, kernelSize: k, stride, padding, dilation }: ChainLayer): string {
  if (kind === "globalAverage") return `mean of ${k}×${k}`;
  if (kind !== "conv") return `${k}×${k} ${kind === "maxPool" ? "max" : "average"} pool`;
  const rest = [
    stride > 1 ? `stride ${stride}` : "",
    padding > 0 ? `padding ${padding}` : "",
    dilation > 1 ? `dilation ${dilation}` : "",
  ].filter(Boolean);
  return [`${k}×${k}`, ...rest].join(", ");
}
