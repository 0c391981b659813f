import { describe, expect, test } from "vitest";
import { backprop } from "../../src/core/backprop/backprop";
import { checkGradient } from "../../src/core/backprop/gradient-check";
import { parameterShapes } from "../../src/core/network/network";
import type { Parameters } from "../../src/core/network/rule";
import type { Block, Numbers } from "../../src/core/numbers";
import { freshState, type OptimizerState } from "../../src/core/optim/optimizer";
import { optimizerStep } from "../../src/core/optim/step";
import { backpropCases, networkOf, reader } from "./backprop-cases";
import { expectBlock, expectNumbers, narrow, nhwc } from "./golden";
import { optimizerOf } from "./optimizer";

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

const cases = backpropCases;

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
