import type { Layer, Network } from "../../src/core/network/layer";
import type { Parameters } from "../../src/core/network/rule";
import type { Block } from "../../src/core/numbers";
import { goldenCases, hwio, nhwc, permuted, plain, type GoldenTensor } from "./golden";
import type { GoldenOptimizer } from "./optimizer";

interface GoldenLayer {
  readonly type: string;
  readonly cout: number;
  readonly k: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
  readonly slope: number;
}

/** A network of PyTorch's with every number of one pass and five steps. */
export interface BackpropCase {
  readonly id: string;
  readonly layers: readonly GoldenLayer[];
  readonly input: GoldenTensor;
  readonly labels: readonly number[];
  readonly params: Readonly<Record<string, GoldenTensor>>;
  readonly outputs: readonly GoldenTensor[];
  readonly loss: number;
  readonly grads: Readonly<Record<string, GoldenTensor>>;
  readonly grad_input: GoldenTensor;
  readonly optimizers: readonly (GoldenOptimizer & {
    readonly loss_before_step: readonly number[];
    readonly loss_after_5: number;
    readonly snapshots: readonly {
      readonly step: number;
      readonly params: Readonly<Record<string, GoldenTensor>>;
    }[];
  })[];
}

function layerOf(layer: GoldenLayer): Layer {
  const { type, stride = 1, padding = 0, dilation = 1, k: size } = layer;
  const sides = { top: padding, bottom: padding, left: padding, right: padding };
  switch (type) {
    case "conv":
      return { kind: "conv", filters: layer.cout, size, stride, padding: sides, dilation };
    case "maxpool":
      return { kind: "maxPool", size, stride };
    case "avgpool":
      return { kind: "averagePool", size, stride };
    case "linear":
      return { kind: "dense", units: layer.cout };
    case "flatten":
      return { kind: "flatten" };
    case "leaky_relu":
      return { kind: "activation", activation: { name: "leakyRelu", slope: layer.slope } };
    default:
      return { kind: "activation", activation: type as "tanh" | "relu" | "sigmoid" };
  }
}

/** Order in which our flattening (places, then channels) reads PyTorch's (channels, then places). */
function flatOrder({ shape }: GoldenTensor): readonly number[] {
  const [, channels, height, width] = shape as [number, number, number, number];
  const each = Array.from({ length: channels * height * width }, (_, at) => at);
  return [...permuted({ shape: [1, channels, height, width], data: each }, [0, 2, 3, 1]).data];
}

/** Reads a case in our layout. */
export function reader(one: BackpropCase) {
  const flatAt = one.layers.findIndex(({ type }) => type === "flatten");
  const beforeFlat = one.outputs[flatAt - 1] ?? one.input;
  const order = flatOrder(beforeFlat);
  const firstDense = one.layers.findIndex(({ type }) => type === "linear");
  const reorder = ({ shape, data }: Block<Float64Array>): Block<Float64Array> => ({
    shape,
    data: data.map(
      (_, at) => data[Math.floor(at / order.length) * order.length + order[at % order.length]!]!,
    ),
  });
  return {
    parameters: (golden: Readonly<Record<string, GoldenTensor>>) =>
      Object.fromEntries(
        Object.entries(golden).map(([name, tensor]) => {
          const [layer, role] = name.split(".") as [string, string];
          const key = `${layer}/${role === "weight" ? "weights" : "bias"}`;
          if (tensor.shape.length === 4) return [key, hwio(tensor)];
          if (tensor.shape.length === 1) return [key, plain(tensor)];
          const rows = Number(layer) === firstDense ? reorder(plain(tensor)) : plain(tensor);
          return [key, permuted({ shape: rows.shape, data: [...rows.data] }, [1, 0])];
        }),
      ) as Parameters<Float64Array>,
    output: (tensor: GoldenTensor, at: number) =>
      tensor.shape.length === 4
        ? nhwc(tensor)
        : at === flatAt
          ? reorder(plain(tensor))
          : plain(tensor),
  };
}

export const backpropCases = goldenCases<BackpropCase>("backprop");

export const networkOf = (one: BackpropCase): Network => ({
  inputShape: nhwc(one.input).shape.slice(1),
  layers: one.layers.map(layerOf),
});
