import { stepSize } from "../../core/receptive-field/window-step";
import { chainOf } from "./chain";
import type { Recipe, ShrinkState } from "./state";

/** Most numbers that all maps of a chain may hold, and most cells that its windows may read. */
const MOST_CELLS = 24 * 2 ** 20;
const MOST_READS = 6e8;

/** Whether the engine can do all layers and keep all maps. */
function bearable(recipe: Recipe): boolean {
  let [cells, reads] = [0, 0];
  const add = (to: number, kernelSize: number) => {
    cells += to * to;
    reads += (to * kernelSize) ** 2;
    return cells <= MOST_CELLS && reads <= MOST_READS;
  };
  const { pool, dilation, kernelSize, stride, padding } = recipe;
  if (pool !== "none" || dilation === "double")
    return chainOf(recipe).layers.every((layer) => add(layer.to, layer.kernelSize));
  // Long chains are of this kind, and links are read often: without the chain itself.
  const step = { kernelSize, stride, padding, dilation: Number(dilation) };
  let side = recipe.side;
  for (;;) {
    const to = side > 1 ? stepSize(side, step) : null;
    if (to === null || !add(to, kernelSize)) return to === null;
    if (to >= side) return true;
    side = to;
  }
}

/** The largest picture that a chain of this kind may start from. */
export function largestSide(recipe: Recipe): number {
  if (bearable({ ...recipe, side: 512 })) return 512;
  let [fits, not] = [3, 512];
  while (not - fits > 1) {
    const middle = (fits + not) >> 1;
    if (bearable({ ...recipe, side: middle })) fits = middle;
    else not = middle;
  }
  return fits;
}

/**
 * The nearest legal state: a kernel that is no larger than the picture, maps that can all be kept,
 * and a depth and a cell that exist. Pure and idempotent.
 */
export function repair(state: ShrinkState): ShrinkState {
  const small: ShrinkState = {
    ...state,
    kernelSize: Math.min(state.kernelSize, state.side),
  };
  const side = bearable(small) ? small.side : largestSide(small);
  const fitted = { ...small, side, kernelSize: Math.min(small.kernelSize, side) };
  const { sides } = chainOf(fitted);
  const depth = Math.min(fitted.depth, sides.length - 1);
  const last = sides[depth]! - 1;
  return {
    ...fitted,
    depth,
    row: Math.min(fitted.row, last),
    column: Math.min(fitted.column, last),
  };
}
