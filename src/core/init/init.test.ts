import { describe, expect, it, test } from "vitest";
import { backprop } from "../backprop/backprop";
import type { Network } from "../network/layer";
import { initialParameters, layerAt } from "../network/initial-parameters";
import { summary } from "../statistics/summary";
import { drawWeights } from "./draw";
import { fansOf, initLaw, lawVariance, type InitSpec } from "./init";
import { orthogonalMatrix } from "./orthogonal";

const like = new Float64Array();

describe("fansOf", () => {
  test.each([
    ["a 3×3 convolution 64→128", [3, 3, 64, 128], 1, { fanIn: 576, fanOut: 1152 }],
    ["a depthwise 3×3", [3, 3, 1, 64], 64, { fanIn: 9, fanOut: 9 }],
    ["a dense layer", [512, 10], 1, { fanIn: 512, fanOut: 10 }],
  ] as const)("of %s", (_, shape, groups, fans) => {
    expect(fansOf(shape, groups)).toEqual(fans);
  });
});

const shape = [3, 3, 20, 60];
const fans = fansOf(shape);

test.each<[InitSpec, number]>([
  ["lecunNormal", 1 / 180],
  ["lecunUniform", 1 / 180],
  ["glorotNormal", 2 / 720],
  ["glorotUniform", 2 / 720],
  ["heNormal", 2 / 180],
  ["heUniform", 2 / 180],
  ["frameworkDefault", 1 / 540],
  [{ name: "normal", deviation: 0.3 }, 0.09],
  [{ name: "uniform", bound: 0.3 }, 0.03],
  [{ name: "scaled", gain: 1.5, distribution: "normal" }, 2.25 / 180],
  [{ name: "scaled", gain: 1.5, distribution: "uniform" }, 2.25 / 180],
  [{ name: "scaled", gain: 1.5, distribution: "orthogonal" }, 2.25 / 180],
  ["orthogonal", 1 / 180],
  [{ name: "constant", value: 0.1 }, 0],
  ["zeros", 0],
])("%o draws weights of the variance it promises", (spec, variance) => {
  const law = initLaw(spec, fans);
  expect(lawVariance(law, fans, 60)).toBeCloseTo(variance, 12);
  const { data } = drawWeights(spec, shape, { seed: 0 }, { like });
  const { deviation, mean, largest } = summary(data);
  expect(data).toHaveLength(10_800);
  expect(Math.abs(deviation ** 2 - variance)).toBeLessThanOrEqual(0.05 * variance + 1e-24);
  if (law.kind === "constant") expect(mean).toBeCloseTo(law.value, 12);
  else expect(Math.abs(mean)).toBeLessThan((4 * Math.sqrt(variance)) / Math.sqrt(10_800));
  if (law.kind === "uniform") expect(largest).toBeLessThanOrEqual(law.bound);
});

describe("orthogonalMatrix", () => {
  test.each([
    [6, 6],
    [5, 9],
    [9, 4],
    [128, 128],
  ])("%s×%s has its fewer vectors at right angles", (rows, columns) => {
    const matrix = orthogonalMatrix(rows, columns, { seed: 4 });
    const count = Math.min(rows, columns);
    const at = (vector: number, i: number) =>
      rows < columns ? matrix[vector * columns + i]! : matrix[i * columns + vector]!;
    let worst = 0;
    for (let a = 0; a < count; a++)
      for (let b = 0; b <= a; b++) {
        let product = 0;
        for (let i = 0; i < Math.max(rows, columns); i++) product += at(a, i) * at(b, i);
        worst = Math.max(worst, Math.abs(product - (a === b ? 1 : 0)));
      }
    expect(worst).toBeLessThan(1e-13);
  });
});

describe("initialParameters", () => {
  const network: Network = {
    inputShape: [6, 6, 4],
    layers: [
      { kind: "conv", filters: 8, size: 3, groups: 2 },
      { kind: "batchNorm" },
      { kind: "residual", branch: [{ kind: "conv", filters: 8, size: 1 }] },
      { kind: "flatten" },
      { kind: "dense", units: 3 },
    ],
  };

  it("finds layers by their path", () => {
    expect(layerAt(network, "2/branch/0")).toMatchObject({ kind: "conv", size: 1 });
    expect(layerAt(network, "2")).toMatchObject({ kind: "residual" });
    expect(layerAt(network, "9")).toBeUndefined();
  });

  it("is the same for the same seed, and another for another", () => {
    const first = initialParameters(network, "heNormal", 0, new Float32Array());
    expect(initialParameters(network, "heNormal", 0, new Float32Array())).toEqual(first);
    const other = initialParameters(network, "heNormal", 1, new Float32Array());
    expect(other["0/weights"]!.data).not.toEqual(first["0/weights"]!.data);
    expect(first["1/gamma"]!.data.every((value) => value === 1)).toBe(true);
    expect(first["4/bias"]!.data.every((value) => value === 0)).toBe(true);
  });

  it("draws biases only for the framework's default, within 1/√fan-in", () => {
    const drawn = initialParameters(network, "frameworkDefault", 0, like);
    const { largest, smallest } = summary(drawn["0/bias"]!.data);
    expect(largest).toBeGreaterThan(smallest);
    expect(Math.max(largest, -smallest)).toBeLessThan(1 / Math.sqrt(18));
  });

  it("at zero teaches nothing but the last bias", () => {
    const small: Network = {
      inputShape: [4],
      layers: [
        { kind: "dense", units: 5 },
        { kind: "activation", activation: "tanh" },
        { kind: "dense", units: 3 },
      ],
    };
    const { gradients, loss } = backprop({
      network: small,
      parameters: initialParameters(small, "zeros", 0, like),
      input: { shape: [1, 4], data: Float64Array.of(1, -2, 3, 4) },
      labels: [1],
    });
    expect(loss).toBeCloseTo(Math.log(3), 14);
    for (const name of ["0/weights", "0/bias", "2/weights"])
      expect(summary(gradients[name]!.data).zeros).toBe(gradients[name]!.data.length);
    expect(summary(gradients["2/bias"]!.data).zeros).toBe(0);
  });
});
