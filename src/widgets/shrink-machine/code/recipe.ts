import { influence } from "../../../core/receptive-field/influence";
import type { Chain, ChainLayer } from "../chain";
import type { ChainCost } from "../costs";
import type { ShrinkState } from "../state";

/** What the programs of one state are made of. */
export interface Example {
  readonly state: ShrinkState;
  readonly chain: Chain;
  readonly cost: ChainCost;
  /** As `lastOfImpulse`. */
  readonly last: number | null;
}

const tupleOf = ({ kind, kernelSize, stride, padding, dilation }: ChainLayer): string => {
  const word = { conv: "conv", maxPool: "max", averagePool: "mean", globalAverage: "mean" }[kind];
  return `"${word}", ${kernelSize}, ${stride}, ${padding}, ${dilation}`;
};

/** Runs of equal layers: the text of one, and how many. */
export function runsOf({ layers }: Chain): readonly (readonly [string, number])[] {
  const runs: [string, number][] = [];
  for (const layer of layers) {
    const text = tupleOf(layer);
    const last = runs.at(-1);
    if (last?.[0] === text) last[1]++;
    else runs.push([text, 1]);
  }
  return runs;
}

/** `[199, 197, …]` in lines of at most 20 numbers. */
export function sizeLines({ sides }: Chain): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < sides.length; at += 20)
    lines.push(`    ${sides.slice(at, at + 20).join(", ")},`);
  return lines;
}

/**
 * What is left of a single 1 in the picture's middle, where that is known without computing it:
 * plain means all the way, no padding, no maximum. `null` elsewhere.
 */
export function lastOfImpulse(state: ShrinkState, chain: Chain): number | null {
  const { kernel, padding, gain } = state;
  const plain = kernel === "blur" && padding === 0 && chain.ending === "one";
  if (!plain || chain.layers.some(({ kind }) => kind === "maxPool")) return null;
  const profile = influence(chain.layers);
  const convs = chain.layers.filter(({ kind }) => kind === "conv").length;
  const share = (profile[Math.floor(state.side / 2)] ?? 0) ** 2 * gain ** convs;
  return share > 1e-30 && share < 1e30 ? share : null;
}
