import { SEEDS, type State } from "./state";

/** Most random weights and most multiply-accumulates that a figure asks of a reader's machine. */
const DRAWS = 1e9;
const PRODUCTS = 1.5e10;
/** Most numbers kept for the way back. */
const KEPT = 1.6e7;

type Size = Pick<State, "width" | "depth" | "columns" | "method" | "backward" | "distribution">;

/** As many seeds as a literal run can be asked for; the short cut can do all. */
export function mostSeeds(state: Size): number {
  const { width, depth, columns, method, backward, distribution } = state;
  if (method === "sameDistribution") return SEEDS.max;
  const passes = depth * (backward ? 2 : 1);
  const draws = passes * width ** 2 * (distribution === "orthogonal" ? width / 20 : 1);
  const products = passes * width ** 2 * Math.ceil(columns / 4) * 4;
  const most = Math.min(DRAWS / draws, PRODUCTS / products);
  return Math.max(Math.min(Math.floor(most), SEEDS.max), SEEDS.min);
}

/** Whether the way back fits: it keeps every layer's numbers. */
export function fitsBackward({ width, depth, columns }: Size): boolean {
  return width * columns * depth <= KEPT;
}
