import { describe, expect, it } from "vitest";
import { backprop } from "../../../core/backprop/backprop";
import { digitNetwork } from "../../../core/network/digit-network";
import type { Layer, Network } from "../../../core/network/layer";
import { initialParameters } from "../../../core/network/initial-parameters";
import { normals } from "../../../core/random/fill";
import { elementCount } from "../../../core/tensor";
import { createNet } from "./net";
import { openPlainLoops, type OpenLoops } from "./open-loops";
import { openSimdLoops } from "./simd-loops";

const like = new Float32Array(0);
const image = (...layers: Layer[]): Network => ({
  inputShape: [7, 6, 3],
  layers: [...layers, { kind: "flatten" }, { kind: "dense", units: 3 }],
});

const networks: Readonly<Record<string, Network>> = {
  "the book's first network": digitNetwork,
  "a strided, dilated filter over reflections": image(
    {
      kind: "conv",
      filters: 5,
      size: [3, 2],
      dilation: [1, 2],
      padding: "same",
      paddingMode: "reflect",
    },
    { kind: "activation", activation: "tanh" },
    { kind: "conv", filters: 4, size: 3, stride: [2, 1], bias: false },
  ),
  "groups and a ring": image(
    { kind: "conv", filters: 6, size: 1 },
    { kind: "conv", filters: 8, size: 3, groups: 2, padding: "same", paddingMode: "circular" },
    { kind: "activation", activation: "relu" },
    { kind: "maxPool", size: 3, stride: 2, padding: { top: 1, bottom: 1, left: 0, right: 1 } },
  ),
  "twenty and seventeen channels": image(
    { kind: "conv", filters: 20, size: 3, padding: "same" },
    { kind: "activation", activation: { name: "leakyRelu", slope: 0.1 } },
    { kind: "maxPool", size: 2, ceil: true },
    { kind: "conv", filters: 17, size: [1, 3], padding: "same" },
  ),
  "a shortcut, normalisation and averages": image(
    // Without biases: normalising takes them out again, and their gradient is nothing but rounding.
    { kind: "conv", filters: 4, size: 3, bias: false },
    { kind: "batchNorm" },
    {
      kind: "residual",
      branch: [
        { kind: "conv", filters: 4, size: 3, padding: "same", bias: false },
        { kind: "batchNorm" },
      ],
    },
    { kind: "activation", activation: "relu" },
    { kind: "averagePool", size: 2 },
    { kind: "globalAverage" },
  ),
};

const loops: Readonly<Record<string, { readonly open: OpenLoops; readonly within: number }>> = {
  plain: { open: openPlainLoops, within: 2e-7 },
  simd: { open: openSimdLoops, within: 2e-6 },
};

/** Largest difference, as a share of the largest number. */
function distance(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let size = 1e-30;
  let worst = 0;
  for (let at = 0; at < expected.length; at++) {
    size = Math.max(size, Math.abs(expected[at]!));
    worst = Math.max(worst, Math.abs(actual[at]! - expected[at]!));
  }
  return worst / size;
}

describe.each(Object.keys(loops))("%s loops", (name) => {
  const { open, within } = loops[name]!;

  it.each(Object.keys(networks))("run %s as the reference does", async (which) => {
    const network = networks[which]!;
    const batch = 37;
    const { arena, make } = await open(network, 40);
    const net = createNet(network, 40, arena, make);
    const parameters = initialParameters(network, "frameworkDefault", 3, like);
    net.restore(parameters, {});
    const shape = [batch, ...network.inputShape];
    const data = Float32Array.from(normals(elementCount(shape), { seed: 8 }));
    const labels = Uint8Array.from({ length: batch }, (_, at) => at % 3);
    const expected = backprop({ network, parameters, input: { shape, data }, labels: [...labels] });
    // Twice, so that nothing of the first pass may remain.
    for (let round = 0; round < 2; round++) {
      net.restoreStatistics({});
      net.input.values.set(data);
      const { loss } = await net.forward(labels, batch, true);
      await net.backward(batch);
      expect(loss).toBeCloseTo(expected.loss, 6);
    }
    net.layers.forEach(({ output }, at) => {
      const reference = expected.outputs[at]!.data;
      expect(distance(output.values, reference), `result of layer ${at}`).toBeLessThan(within);
      if (!output.gradient) return;
      const back = expected.outputGradients[at]!.data;
      expect(distance(output.gradient, back), `gradient at layer ${at}`).toBeLessThan(within);
    });
    for (const { name: parameter, gradient } of net.learned)
      expect(distance(gradient, expected.gradients[parameter]!.data), parameter).toBeLessThan(
        within,
      );
    const running = net.statistics();
    expect(Object.keys(running)).toEqual(Object.keys(expected.statistics));
    for (const [path, { mean, variance }] of Object.entries(expected.statistics)) {
      expect(distance(running[path]!.mean.data, mean.data)).toBeLessThan(within);
      expect(distance(running[path]!.variance.data, variance.data)).toBeLessThan(within);
    }
  });
});
