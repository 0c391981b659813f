import type { SignalChainRequest } from "../../compute/types";
import type { ActivationSpec } from "../../core/activation/activation";
import type { InitSpec } from "../../core/init/init";
import type { State } from "./state";

/** Layers whose numbers are counted into bins. */
const RIDGES = 8;

export function activationSpec({ activation, formula }: State): ActivationSpec {
  return activation === "typed" ? { name: "formula", formula } : activation;
}

/** Standard deviation of one weight. */
export function deviationOf({ fan, gain, width }: State): number {
  return fan === "plain" ? gain : gain / Math.sqrt(width);
}

export function initOf(state: State): InitSpec {
  const { distribution, fan, width } = state;
  const deviation = deviationOf(state);
  if (fan === "plain" && distribution === "normal") return { name: "normal", deviation };
  if (fan === "plain" && distribution === "uniform")
    return { name: "uniform", bound: Math.sqrt(3) * deviation };
  return { name: "scaled", gain: deviation * Math.sqrt(width), distribution };
}

/** Layers for the ridge: the first, the last, and some evenly between. */
export function ridgeLayers(depth: number): readonly number[] {
  const count = Math.min(RIDGES, depth);
  const at = (index: number) =>
    count === 1 ? depth : Math.round(1 + (index / (count - 1)) * (depth - 1));
  return Array.from({ length: count }, (_, index) => at(index));
}

/** Names everything that an answer depends on. */
export function tagOf(state: State): string {
  const { layer: _, ...asked } = state;
  return Object.values(asked).join(" ");
}

export function raceRequest(state: State): SignalChainRequest {
  const { width, depth, columns, format, method, seeds, backward } = state;
  return {
    job: "signalChain",
    layer: { kind: "dense", width, columns },
    depth,
    init: initOf(state),
    activation: activationSpec(state),
    format,
    seeds,
    method,
    backward,
    histograms: ridgeLayers(depth),
    tag: tagOf(state),
  };
}

/** The same for so few seeds that a first curve is there at once. */
export function firstLook(state: State): SignalChainRequest | null {
  const few = state.method === "literal" ? 1 : 10;
  return state.seeds > 2 * few ? { ...raceRequest(state), seeds: few } : null;
}
