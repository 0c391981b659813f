import { expect, test } from "vitest";
import { summarize } from "../../core/arch/summary";
import type { Layer } from "../../core/network/layer";
import { chainOf, type Chain } from "./chain";
import { costOf } from "./costs";
import { schema } from "./schema";
import type { Recipe } from "./state";

/** The chain as a network of one channel. */
const networkOf = ({ layers }: Chain): readonly Layer[] =>
  layers.map(({ kind, kernelSize: size, stride, padding: p, dilation }): Layer => {
    const padding = { top: p, bottom: p, left: p, right: p };
    if (kind === "conv") return { kind, filters: 1, size, stride, padding, dilation };
    return kind === "globalAverage" ? { kind } : { kind, size, stride };
  });

const recipes: Readonly<Record<string, Partial<Recipe>>> = {
  plain: {},
  "padded strides": { side: 57, kernelSize: 5, stride: 2, padding: 2 },
  "doubled dilation": { side: 101, dilation: "double" },
  "max pools": { side: 64, pool: "max", every: 2 },
  "average pools of three": { side: 83, pool: "average", poolSize: 3 },
  "a mean at the end": { side: 41, averageAt: 7 },
  "one kernel": { side: 33, kernelSize: 33 },
  "no layer at all": { side: 3, kernelSize: 3, dilation: "4" },
};

test.each(Object.entries(recipes))("%s: counted as any network is", (_, change) => {
  const chain = chainOf({ ...schema.defaults, ...change });
  const cost = costOf(chain);
  const side = chain.sides[0]!;
  const network = summarize({ inputShape: [side, side, 1], layers: networkOf(chain) });
  expect(cost).toMatchObject({
    parameters: network.parameters,
    macs: network.macs,
    kept: network.activations,
  });
  expect(cost.layers).toEqual(
    network.layers.map(({ parameters, macs, activations, field }) => ({
      parameters,
      macs,
      activations,
      field: field && field.rows,
    })),
  );
});
