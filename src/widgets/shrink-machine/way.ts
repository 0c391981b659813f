import { formatInteger, formatNumber } from "../../core/format/number";
import { chainOf, type Chain } from "./chain";
import { costOf, type ChainCost } from "./costs";
import { workProfile } from "./profile";
import { remediesFor } from "./remedies";
import { largestSide } from "./repair";
import type { Recipe } from "./state";
import type { ShrinkFact, ShrinkModel } from "./view-model";
import * as words from "./words";

/** What the recipe alone decides: it stays the same while the reader moves through the depths. */
export type Way = Pick<
  ShrinkModel,
  | "chain"
  | "cost"
  | "chainText"
  | "verdict"
  | "trouble"
  | "remedies"
  | "sideLimit"
  | "facts"
  | "work"
  | "stops"
>;

export function wayOf(recipe: Recipe): Way {
  const chain = chainOf(recipe);
  const cost = costOf(chain);
  const most = largestSide(recipe);
  return {
    chain,
    cost,
    chainText: words.chainText(chain),
    verdict: words.verdictText(chain),
    trouble: words.troubleText(recipe, chain),
    remedies: remediesFor(recipe),
    sideLimit: {
      most,
      reason:
        most < 512 ? `From ${most + 1} on, all maps together are too much for one page.` : null,
    },
    facts: factsOf(chain, cost),
    work: workProfile(cost.layers),
    stops: stopsOf(chain.layers.length),
  };
}

/** Depths that show the way down, the first and the last among them. */
function stopsOf(layers: number): readonly number[] {
  const shares = [0, 0.03, 0.12, 0.25, 0.45, 0.65, 0.82, 0.94, 1];
  if (layers < shares.length) return Array.from({ length: layers + 1 }, (_, depth) => depth);
  return [...new Set(shares.map((share) => Math.round(share * layers)))];
}

function factsOf({ layers }: Chain, cost: ChainCost): readonly ShrinkFact[] {
  const macs = cost.layers.map((layer) => layer.macs);
  const first = macs.find((count) => count > 0) ?? 0;
  const last = macs.findLast((count) => count > 0) ?? 0;
  const convs = layers.filter(({ kind }) => kind === "conv").length;
  return [
    {
      name: "Parameters",
      value: formatInteger(cost.parameters),
      work: `${formatInteger(cost.weights)} weights and ${formatInteger(convs)} biases`,
    },
    {
      name: "Multiply-accumulates",
      value: formatInteger(cost.macs),
      work: `the first layer ${formatInteger(first)}, the last ${formatInteger(last)}`,
    },
    {
      name: "Maps kept",
      value: words.bytesText(cost.kept),
      work: `${formatInteger(cost.kept)} numbers of 4 bytes`,
    },
    {
      name: "Receptive field at the end",
      value: `${formatInteger(cost.field)} × ${formatInteger(cost.field)}`,
      work: `with all taps alike a bell, σ = ${formatNumber(cost.spread)} cells`,
    },
  ];
}
