import { formatInteger, formatNumber } from "../../core/format/number";
import { chainOf, type Chain } from "./chain";
import { costOf, type ChainCost } from "./costs";
import type { Recipe } from "./state";
import * as words from "./words";

/** A way from the picture to one number. */
export interface Road {
  readonly id: string;
  readonly name: string;
  readonly recipe: Partial<Recipe>;
  readonly chain: Chain;
  readonly cost: ChainCost;
}

const plain: Omit<Recipe, "side"> = {
  kernelSize: 3,
  stride: 1,
  padding: 0,
  dilation: "1",
  pool: "none",
  every: 1,
  poolSize: 2,
  averageAt: 0,
};

const roads = (side: number): readonly (readonly [string, string, Omit<Recipe, "side">])[] => [
  ["plain", "3×3, one after the other", plain],
  ["stride", "3×3, stride 2, padding 1", { ...plain, stride: 2, padding: 1 }],
  ["pool", "3×3 and 2×2 max pool by turns", { ...plain, pool: "max" }],
  ["dilated", "3×3, dilation doubled each time", { ...plain, dilation: "double" }],
  ["one", `one kernel of ${side}×${side}`, { ...plain, kernelSize: side }],
  ["average", "3×3 to 7×7, then one mean", { ...plain, averageAt: 7 }],
];

/** The roads of the chapter from a picture of that side, each with its price. */
export function roadsFrom(side: number): readonly Road[] {
  return roads(side).map(([id, name, recipe]) => {
    const chain = chainOf({ ...recipe, side });
    return { id, name, recipe, chain, cost: costOf(chain) };
  });
}

/** The fields that tell the roads apart. */
export const roadFields = [
  "kernelSize",
  "stride",
  "padding",
  "dilation",
  "pool",
  "averageAt",
] as const satisfies readonly (keyof Recipe)[];

/** Whether a recipe is a road, with settings that change nothing left aside. */
export function isRoad(road: Road, recipe: Recipe): boolean {
  const same = roadFields.every((name) => road.recipe[name] === recipe[name]);
  return same && (recipe.pool === "none" || (recipe.every === 1 && recipe.poolSize === 2));
}

/** A road's numbers in words, in the order of the table. */
export interface RoadWords {
  readonly sizes: string;
  readonly numbers: readonly string[];
}

export function roadWords({ chain, cost }: Road): RoadWords {
  return {
    sizes: words.sizesText(chain) + (chain.ending === "one" ? "" : ", and no further"),
    numbers: [
      formatInteger(chain.layers.length),
      formatInteger(cost.weights),
      formatInteger(cost.macs),
      words.bytesText(cost.kept),
      formatInteger(cost.field),
      formatNumber(cost.spread),
    ],
  };
}
