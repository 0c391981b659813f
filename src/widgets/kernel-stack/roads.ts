import { summarize, type NetworkSummary } from "../../core/arch/summary";
import type { ConvLayer } from "../../core/network/layer";
import { largeKernel, type RoadId, type State } from "./state";

/** Dilations 1, 2, 4, … that add up to `sum`; the last takes what is left. */
export function dilationsTo(sum: number): readonly number[] {
  const dilations: number[] = [];
  for (let rest = sum, next = 1; rest > 0; next *= 2) {
    dilations.push(Math.min(next, rest));
    rest -= dilations.at(-1)!;
  }
  return dilations;
}

/** The road's layers; none has biases. */
export function layersOf(road: RoadId, state: State): readonly ConvLayer[] {
  const { kernel, layers, inputs, between, outputs, padding } = state;
  const side = largeKernel(state);
  const common = { kind: "conv", padding, bias: false } as const;
  const filters = (at: number, count: number) => (at === count - 1 ? outputs : between);
  switch (road) {
    case "stack":
      return Array.from({ length: layers }, (_, at) => ({
        ...common,
        filters: filters(at, layers),
        size: kernel,
      }));
    case "single":
      return [{ ...common, filters: outputs, size: side }];
    case "dilated": {
      const dilations = dilationsTo(layers);
      return dilations.map((dilation, at) => ({
        ...common,
        filters: filters(at, dilations.length),
        size: kernel,
        dilation,
      }));
    }
    case "thin":
      return [
        { ...common, filters: between, size: [1, side] },
        { ...common, filters: outputs, size: [side, 1] },
      ];
    case "depthwise":
      return [
        { ...common, filters: inputs, size: side, groups: inputs },
        { ...common, filters: outputs, size: 1 },
      ];
  }
}

/** What a road costs, by core's own count; maps are the layers' results, activations in place. */
export function roadSummary(road: RoadId, state: State): NetworkSummary {
  const { side, inputs } = state;
  return summarize({ inputShape: [side, side, inputs], layers: layersOf(road, state) });
}

/** Name of a road with the numbers of the state. */
export function roadName(road: RoadId, state: State): string {
  const { kernel, layers } = state;
  const side = largeKernel(state);
  switch (road) {
    case "stack":
      return layers === 1
        ? `one ${kernel} × ${kernel}`
        : `${layers} layers of ${kernel} × ${kernel}`;
    case "single":
      return `one ${side} × ${side}`;
    case "dilated":
      return `${kernel} × ${kernel}, dilated ${dilationsTo(layers).join(", ")}`;
    case "thin":
      return `1 × ${side}, then ${side} × 1`;
    case "depthwise":
      return `depthwise ${side} × ${side}, then 1 × 1`;
  }
}
