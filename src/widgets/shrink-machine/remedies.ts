import { chainOf } from "./chain";
import type { Recipe } from "./state";

/** One change that would bring the chain to 1 × 1. */
export interface Remedy {
  readonly label: string;
  readonly change: Partial<Recipe>;
}

/** The fields that may change, in the order in which they are offered, nearest values first. */
const trials: readonly ((recipe: Recipe) => readonly Remedy[])[] = [
  ({ side }) =>
    near(side, 3, 512).map((next) => ({ label: `Start from ${next}`, change: { side: next } })),
  ({ padding }) =>
    near(padding, 0, 3).map((next) => ({ label: `Padding ${next}`, change: { padding: next } })),
  ({ stride }) =>
    near(stride, 1, 3).map((next) => ({ label: `Stride ${next}`, change: { stride: next } })),
  ({ kernelSize, side }) =>
    near(kernelSize, 2, Math.min(11, side)).map((next) => ({
      label: `Kernel ${next} × ${next}`,
      change: { kernelSize: next },
    })),
  ({ averageAt }) =>
    averageAt > 0 ? [] : [{ label: "End with one mean over all", change: { averageAt: 7 } }],
];

function near(value: number, least: number, most: number): readonly number[] {
  return [1, -1, 2, -2, 3, -3, 4, -4]
    .map((step) => value - step)
    .filter((next) => next >= least && next <= most);
}

/** The nearest recipes that do reach 1 × 1, one a field; empty where this one does. */
export function remediesFor(recipe: Recipe, most = 3): readonly Remedy[] {
  if (chainOf(recipe).ending === "one") return [];
  const found: Remedy[] = [];
  for (const trial of trials) {
    const remedy = trial(recipe).find(
      ({ change }) => chainOf({ ...recipe, ...change }).ending === "one",
    );
    if (remedy) found.push(remedy);
    if (found.length === most) break;
  }
  return found;
}
