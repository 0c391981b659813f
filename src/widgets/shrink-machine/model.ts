import type { StackLayer } from "../../compute/conv-stack";
import type { ConvStackRequest, ConvStackResult } from "../../compute/types";
import type { CodeExample, WidgetModel } from "../../widget-kit/define-widget";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";
import type { Chain } from "./chain";
import { codeExamples } from "./code/code";
import { deriveModel } from "./derive";
import { describeModel } from "./describe";
import { createInputSource } from "./input";
import { createKernelSource } from "./kernels";
import { measureOf, type Measure } from "./measures";
import { createPainter } from "./paint";
import { createReader } from "./reading";
import type { Recipe, ShrinkState } from "./state";
import { depthTable } from "./table";
import type { MapModel, ShrinkModel } from "./view-model";
import { wayOf, type Way } from "./way";

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

const layersKey = (state: ShrinkState): string => {
  const { kernel, gain, seed, relu } = state;
  return [recipeKey(state), kernel, gain, seed, relu].join();
};

/** What a stack computes, the reader's own picture aside. */
const tagOf = (state: ShrinkState): string => `${layersKey(state)},${state.picture}`;

/** The figure without its face; its pictures come from a shelf. */
export function createModel(shelf: PictureShelf): ShrinkMachine {
  const inputOf = createInputSource(shelf);
  const kernels = createKernelSource();
  const paint = createPainter();
  const read = createReader();
  // Moving through the depths changes none of these.
  const newestWay = newest<Way>();
  const measures = new WeakMap<Float32Array, Measure>();
  const codeOf = newest<readonly CodeExample[]>();
  const stackOf = newest<readonly StackLayer[]>();

  const way = (state: ShrinkState) => newestWay(recipeKey(state), () => wayOf(state));
  const measure = (data: Float32Array): Measure => {
    const known = measures.get(data) ?? measureOf(data);
    measures.set(data, known);
    return known;
  };
  const kernelOf = (state: ShrinkState, chain: Chain, layer: number): Float32Array | null => {
    const { kernel: kind, gain, seed } = state;
    const { kind: what, conv, kernelSize: size } = chain.layers[layer]!;
    return what === "conv" ? kernels({ kind, size, gain, seed }, conv) : null;
  };

  return {
    request(state, assets): ConvStackRequest | null {
      const { chain } = way(state);
      if (chain.layers.length === 0) return null;
      const layers = stackOf(layersKey(state), () =>
        chain.layers.map((layer, at): StackLayer => {
          const { kind, kernelSize: size, stride, padding, dilation } = layer;
          if (kind === "maxPool") return { kind, size, stride };
          if (kind !== "conv") return { kind: "averagePool", size, stride };
          const activation = state.relu ? "relu" : "identity";
          const weights = kernelOf(state, chain, at)!;
          return { kind, size, kernel: weights, stride, padding, dilation, activation };
        }),
      );
      return {
        job: "convStack",
        input: inputOf(state, assets.picture).plane,
        layers,
        tag: tagOf(state),
      };
    },
    derive(state, result, assets) {
      const found = way(state);
      return deriveModel({
        state,
        way: found,
        result,
        current: result?.tag === tagOf(state),
        paint,
        measure,
        read,
        kernelOf: (layer) => kernelOf(state, found.chain, layer),
        ...inputOf(state, assets.picture),
      });
    },
    describe: describeModel,
    code: (state) =>
      codeOf(layersKey(state), () => codeExamples(state, way(state).chain, way(state).cost)),
    table: depthTable,
    stills: ({ strip, before, shown }) => stills([...strip, before, shown]),
    carried: ({ carried }) => carried(),
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
