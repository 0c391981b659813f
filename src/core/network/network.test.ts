import { describe, expect, it } from "vitest";
import { backprop } from "../backprop/backprop";
import { checkGradient } from "../backprop/gradient-check";
import { RequestError, ShapeMismatchError } from "../errors";
import { elementCount } from "../tensor";
import { normalAt } from "../random/philox";
import type { Layer, Network } from "./layer";
import { forward, outputShapes, parameterShapes } from "./network";
import type { Parameters } from "./rule";

const noise = (shape: readonly number[], stream: number) => ({
  shape,
  data: Float64Array.from({ length: elementCount(shape) }, (_, index) =>
    normalAt({ seed: 5, stream, index }),
  ),
});

const noiseFor = (network: Network): Parameters<Float64Array> =>
  Object.fromEntries(
    Object.entries(parameterShapes(network)).map(([name, shape], at) => [
      name,
      noise(shape, at + 10),
    ]),
  );

/** One of everything, with a residual block in a residual block. */
const everything: Network = {
  inputShape: [6, 5, 2],
  layers: [
    { kind: "conv", filters: 4, size: [3, 2], padding: "same", paddingMode: "reflect", groups: 2 },
    { kind: "batchNorm" },
    { kind: "activation", activation: "gelu" },
    {
      kind: "residual",
      scale: 0.5,
      branch: [
        { kind: "conv", filters: 6, size: 3, stride: 2, padding: "same", bias: false },
        { kind: "activation", activation: "tanh" },
        { kind: "residual", branch: [{ kind: "batchNorm" }] },
      ],
      shortcut: [{ kind: "conv", filters: 6, size: 1, stride: 2 }],
    },
    { kind: "averagePool", size: 2, stride: 1 },
    { kind: "maxPool", size: [1, 2], stride: 1 },
    { kind: "globalAverage" },
    { kind: "flatten" },
    { kind: "dense", units: 5, bias: false },
    { kind: "activation", activation: { name: "elu", alpha: 0.7 } },
    { kind: "dense", units: 3 },
  ],
};

describe("a network of every kind of layer", () => {
  const parameters = noiseFor(everything);
  const input = noise([3, 6, 5, 2], 1);
  const labels = [0, 2, 1];
  const pass = backprop({ network: everything, parameters, input, labels });

  it("knows every shape before it runs", () => {
    outputShapes(everything).forEach((shape, at) =>
      expect(pass.outputs[at]!.shape).toEqual([3, ...shape]),
    );
    expect(parameterShapes(everything)).toMatchObject({
      "0/weights": [3, 2, 1, 4],
      "3/branch/0/weights": [3, 3, 4, 6],
      "3/branch/2/branch/0/gamma": [6],
      "3/shortcut/0/bias": [6],
      "10/weights": [5, 3],
    });
  });

  it("gives a gradient for every learned number and every layer", () => {
    expect(Object.keys(pass.gradients).sort()).toEqual(Object.keys(parameters).sort());
    expect(Object.keys(pass.outputGradients).sort()).toEqual(Object.keys(pass.outputs).sort());
    for (const [path, { shape }] of Object.entries(pass.outputs))
      expect(pass.outputGradients[path]!.shape).toEqual(shape);
  });

  it.each([true, false])("has the gradients of central differences (training: %s)", (training) => {
    const run = (given: Parameters<Float64Array>, picture = input) =>
      backprop({ network: everything, parameters: given, input: picture, labels, training });
    const { gradients, inputGradient } = run(parameters);
    const epsilons = [1e-5];
    for (const [name, { shape, data }] of Object.entries(parameters)) {
      const loss = (values: ArrayLike<number>) =>
        run({ ...parameters, [name]: { shape, data: Float64Array.from(values) } }).loss;
      const { best } = checkGradient({
        values: data,
        loss,
        gradient: gradients[name]!.data,
        epsilons,
      });
      expect(best.worst).toBeLessThan(1e-7);
    }
    const loss = (values: ArrayLike<number>) =>
      run(parameters, { shape: input.shape, data: Float64Array.from(values) }).loss;
    const { best } = checkGradient({
      values: input.data,
      loss,
      gradient: inputGradient.data,
      epsilons,
    });
    expect(best.worst).toBeLessThan(1e-7);
  });

  it("moves its running statistics in training only", () => {
    expect(Object.keys(pass.statistics)).toEqual(["1", "3/branch/2/branch/0"]);
    const frozen = forward(everything, parameters, input, { statistics: pass.statistics });
    expect(frozen.statistics).toEqual({});
    expect(frozen.output.data).not.toEqual(pass.outputs[10]!.data);
  });
});

describe("a network that does not fit", () => {
  const shapes = (...layers: Layer[]) => outputShapes({ inputShape: [4, 4, 3], layers });

  it("says where shapes part", () => {
    expect(() => shapes({ kind: "dense", units: 2 })).toThrow(/flatten first/);
    expect(() => shapes({ kind: "conv", filters: 2, size: 5 })).toThrow(ShapeMismatchError);
    expect(() => shapes({ kind: "conv", filters: 2, size: 3, groups: 2 })).toThrow(/groups/);
    expect(() => shapes({ kind: "maxPool", size: 0 })).toThrow(RequestError);
    const branch: Layer[] = [{ kind: "conv", filters: 4, size: 1 }];
    expect(() => shapes({ kind: "residual", branch })).toThrow(/branch gives 4×4×4/);
  });

  it("names a missing parameter and a wrong input", () => {
    const network: Network = { inputShape: [2], layers: [{ kind: "dense", units: 1 }] };
    expect(() => forward(network, {}, noise([1, 2], 0))).toThrow(/0\/weights/);
    expect(() => forward(network, noiseFor(network), noise([1, 3], 0))).toThrow(ShapeMismatchError);
  });
});
