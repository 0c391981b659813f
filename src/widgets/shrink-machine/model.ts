import type { StackLayer } from "../../compute/conv-stack";
import type { ConvStackRequest, ConvStackResult } from "../../compute/types";
import type { WidgetModel } from "../../widget-kit/define-widget";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";
import { chainOf, type Chain } from "./chain";
import { codeExamples } from "./code/code";
import { costOf, roadsFrom, type ChainCost, type Road } from "./costs";
import { deriveModel } from "./derive";
import { describeModel } from "./describe";
import { createInputSource } from "./input";
import { createKernelSource } from "./kernels";
import { createPainter } from "./paint";
import type { Recipe, ShrinkState } from "./state";
import { depthTable } from "./table";
import type { MapModel, ShrinkModel } from "./view-model";

export type ShrinkMachine = WidgetModel<ShrinkState, ConvStackResult, ShrinkModel>;

const recipeKey = (r: Recipe): string =>
  [
    r.side,
    r.kernelSize,
    r.stride,
    r.padding,
    r.dilation,
    r.pool,
    r.every,
    r.poolSize,
    r.averageAt,
  ].join();

/** The figure without its face; its pictures come from a shelf. */
export function createModel(shelf: PictureShelf): ShrinkMachine {
  const inputOf = createInputSource(shelf);
  const kernels = createKernelSource();
  const paint = createPainter();
  // Moving through the depths changes none of these.
  const wayOf = newest<{ readonly chain: Chain; readonly cost: ChainCost }>();
  const roadsOf = newest<readonly Road[]>();
  const stackOf = newest<readonly StackLayer[]>();

  const way = (state: ShrinkState) =>
    wayOf(recipeKey(state), () => {
      const chain = chainOf(state);
      return { chain, cost: costOf(chain) };
    });
  const kernelOf = (state: ShrinkState, chain: Chain, layer: number): Float32Array | null => {
    const { kernel: kind, gain, seed } = state;
    const { kind: what, conv, kernelSize: size } = chain.layers[layer]!;
    return what === "conv" ? kernels({ kind, size, gain, seed }, conv) : null;
  };

  return {
    request(state, assets): ConvStackRequest | null {
      const { chain } = way(state);
      if (chain.layers.length === 0) return null;
      const { kernel, gain, seed, relu } = state;
      const key = [recipeKey(state), kernel, gain, seed, relu].join();
      const layers = stackOf(key, () =>
        chain.layers.map((layer, at): StackLayer => {
          const { kind, kernelSize: size, stride, padding, dilation } = layer;
          if (kind === "maxPool") return { kind, size, stride };
          if (kind !== "conv") return { kind: "averagePool", size, stride };
          const activation = relu ? "relu" : "identity";
          const weights = kernelOf(state, chain, at)!;
          return { kind, size, kernel: weights, stride, padding, dilation, activation };
        }),
      );
      return { job: "convStack", input: inputOf(state, assets.picture).plane, layers };
    },
    derive(state, result, assets) {
      const { chain, cost } = way(state);
      return deriveModel({
        state,
        chain,
        cost,
        result,
        paint,
        roads: roadsOf(String(state.side), () => roadsFrom(state.side)),
        kernelOf: (layer) => kernelOf(state, chain, layer),
        ...inputOf(state, assets.picture),
      });
    },
    describe: describeModel,
    code: (state) => codeExamples(state, way(state).chain, way(state).cost),
    table: depthTable,
    stills: ({ strip, before, shown }) => stills([...strip, before, shown]),
    carried: ({ carried }) => carried,
  };
}

function stills(maps: readonly (MapModel | null)[]) {
  return Object.fromEntries(
    maps.flatMap((map) => {
      const { width, height, pixels } = map?.picture ?? {};
      return map && width && height && pixels ? [[map.key, { width, height, pixels }]] : [];
    }),
  );
}

/** Remembers its newest answer. */
function newest<T>(): (key: string, make: () => T) => T {
  let kept: { readonly key: string; readonly value: T } | null = null;
  return (key, make) => {
    if (kept?.key !== key) kept = { key, value: make() };
    return kept.value;
  };
}
