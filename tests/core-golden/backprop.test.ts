import { describe, expect, test } from "vitest";
import { backprop } from "../../src/core/backprop/backprop";
import { checkGradient } from "../../src/core/backprop/gradient-check";
import type { Layer, Network } from "../../src/core/network/layer";
import { parameterShapes } from "../../src/core/network/network";
import type { Parameters } from "../../src/core/network/rule";
import type { Block, Numbers } from "../../src/core/numbers";
import { freshState, type OptimizerState } from "../../src/core/optim/optimizer";
import { optimizerStep } from "../../src/core/optim/step";
import {
  expectBlock,
  expectNumbers,
  goldenCases,
  hwio,
  narrow,
  nhwc,
  permuted,
  plain,
  type GoldenTensor,
} from "./golden";
import { optimizerOf, type GoldenOptimizer } from "./optimizer";

interface GoldenLayer {
  readonly type: string;
  readonly cout: number;
  readonly k: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
  readonly slope: number;
}

interface BackpropCase {
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
function reader(one: BackpropCase) {
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

const narrowAll = (parameters: Parameters) =>
  Object.fromEntries(Object.entries(parameters).map(([name, block]) => [name, narrow(block)]));

const widths = [
  {
    name: "float64",
    tolerance: { rtol: 1e-9, atol: 1e-11 },
    block: (block: Block): Block => block,
    all: (parameters: Parameters): Parameters => parameters,
  },
  {
    name: "float32",
    tolerance: { rtol: 1e-4, atol: 1e-5 },
    block: narrow as (block: Block) => Block,
    all: narrowAll as (parameters: Parameters) => Parameters,
  },
];

const cases = goldenCases<BackpropCase>("backprop");

const networkOf = (one: BackpropCase): Network => ({
  inputShape: nhwc(one.input).shape.slice(1),
  layers: one.layers.map(layerOf),
});

test("all twelve networks are there", () => {
  expect(cases).toHaveLength(12);
});

describe.each(widths)("in $name", ({ tolerance, block, all }) => {
  test.each(cases)("%s: every result, the loss and every gradient are PyTorch's", (_, one) => {
    const read = reader(one);
    const network = networkOf(one);
    const parameters = all(read.parameters(one.params));
    const input = block(nhwc(one.input));
    const result = backprop({ network, parameters, input, labels: one.labels });
    one.outputs.forEach((expected, at) =>
      expectBlock(result.outputs[at]!, read.output(expected, at), tolerance),
    );
    expectNumbers([result.loss], [one.loss], tolerance);
    expectBlock(result.inputGradient, nhwc(one.grad_input), tolerance);
    const gradients = read.parameters(one.grads);
    expect(Object.keys(result.gradients).sort()).toEqual(Object.keys(gradients).sort());
    for (const [name, expected] of Object.entries(gradients))
      expectBlock(result.gradients[name]!, expected, tolerance);
    const shapes = Object.entries(parameters).map(([name, { shape }]) => [name, [...shape]]);
    expect(Object.entries(parameterShapes(network))).toEqual(shapes);
  });

  test.each(cases)("%s: five steps of every optimiser are PyTorch's", (_, one) => {
    const read = reader(one);
    const pass = (parameters: Parameters) =>
      backprop({
        network: networkOf(one),
        parameters,
        input: block(nhwc(one.input)),
        labels: one.labels,
      });
    for (const {
      loss_before_step: losses,
      loss_after_5: last,
      snapshots,
      ...golden
    } of one.optimizers) {
      const spec = optimizerOf(golden);
      let parameters = all(read.parameters(one.params));
      let state: OptimizerState<Numbers> = freshState;
      losses.forEach((expected, at) => {
        const { loss, gradients } = pass(parameters);
        expectNumbers([loss], [expected], tolerance);
        ({ parameters, state } = optimizerStep(spec, state, parameters, gradients));
        const snapshot = snapshots.find(({ step }) => step === at + 1);
        for (const [name, block] of Object.entries(
          snapshot ? read.parameters(snapshot.params) : {},
        ))
          expectBlock(parameters[name]!, block, tolerance);
      });
      expectNumbers([pass(parameters).loss], [last], tolerance);
    }
  });
});

test.each(cases)("%s: central differences find the same gradients", (_, one) => {
  const read = reader(one);
  const parameters = read.parameters(one.params);
  const labels = one.labels;
  const network = networkOf(one);
  const input = nhwc(one.input);
  const { gradients } = backprop({ network, parameters, input, labels });
  for (const [name, { shape, data }] of Object.entries(parameters)) {
    const { best } = checkGradient({
      values: data,
      gradient: gradients[name]!.data,
      epsilons: [1e-5],
      loss: (values) =>
        backprop({
          network,
          parameters: { ...parameters, [name]: { shape, data: values as Float64Array } },
          input,
          labels,
        }).loss,
    });
    expect(best.worst).toBeLessThan(1e-8);
  }
});
