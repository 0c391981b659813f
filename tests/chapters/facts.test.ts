import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { activations } from "../../src/book/facts/math/activation";
import { gain, secondMoments } from "../../src/book/facts/math/gain";
import { vgg16Costs } from "../../src/book/facts/math/networks";
import {
  measuredExperiments,
  measuredGradients,
  measuredLayers,
  measuredRelu,
} from "../../src/book/facts/measured";

interface Case {
  readonly id: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- fixtures of several shapes
  readonly [key: string]: any;
}

function cases(name: string): ReadonlyMap<string, Case> {
  const { cases: all } = JSON.parse(readFileSync(`tests/golden/${name}.json`, "utf8")) as {
    cases: readonly Case[];
  };
  return new Map(all.map((one) => [one.id, one]));
}

const quantiles = (q: Record<string, number>) => ({ low: q.q05, median: q.q50, high: q.q95 });

describe("the measurements quoted in chapter 4 are PyTorch's", () => {
  const init = cases("init");

  test.each(Object.entries(measuredExperiments))("experiment %s", (id, quoted) => {
    const measured = init.get(id)!;
    expect(quoted.runs).toBe(measured.seeds);
    if ("ending" in quoted) {
      expect(measured.final).toBe({ nan: "nan", 0: "zero" }[quoted.ending]);
      return;
    }
    expect(quoted.mean).toEqual(quantiles(measured.final.mean));
    expect(quoted.deviation).toEqual(quantiles(measured.final.std));
    expect(quoted.noted).toEqual({
      mean: measured.seed_document_reports.mean,
      deviation: measured.seed_document_reports.std,
    });
    expect(quoted.notedRank).toBe(measured.percentile_of_seed_value.std);
  });

  test("the ten thousand trials", () => {
    const { seeds, final, seed_document_reports: noted } = init.get("relu-10000")!;
    expect(measuredRelu).toEqual({
      repeats: seeds,
      mean: quantiles(final.mean),
      rms: quantiles(final.rms),
      noted,
    });
  });

  test.each(Object.entries(measuredLayers))("first layer: %s", (name, { layer, runs, of }) => {
    const [, id = "", event = ""] = /^(.*?)-(any-nonfinite|all-nonfinite|all-zero)$/.exec(name)!;
    const measured = init.get(id)!;
    expect(measured[`first_layer_${event.replaceAll("-", "_")}`][layer]).toBe(runs);
    expect(measured.seeds).toBe(of);
  });

  test.each(Object.entries(measuredGradients))("gradient ratio: %s", (name, median) => {
    expect(init.get(`grad-${name}`)!.log_grad_ratio.q50).toBe(median);
  });

  test("the theory's fixed point for tanh at 5/3 is where the runs end", () => {
    const settled = Math.sqrt(secondMoments(Math.tanh, { depth: 300, scale: 25 / 9 }).at(-1)!);
    const { theory, final } = init.get("tanh-5/3")!;
    expect(settled).toBeCloseTo(theory.rms_infinite_width, 5);
    expect(Math.abs(settled - final.rms.q50)).toBeLessThan(0.005);
  });
});

describe("the table of gains agrees with adaptive quadrature", () => {
  const gains = cases("gains");

  test.each(["relu", "tanh", "sigmoid", "gelu", "selu"] as const)("%s", (name) => {
    const golden = gains.get(`gain-${name}`)!;
    const computed = gain(activations[name]);
    expect(computed.mean).toBeCloseTo(golden.E_f, 5);
    expect(computed.second).toBeCloseTo(golden.E_f2, 5);
    expect(computed.gain).toBeCloseTo(golden.gain_second_moment, 5);
    expect(computed.chi).toBeCloseTo(golden.chi_at_gain, 4);
    expect(computed.mapSlope).toBeCloseTo(golden.variance_map_slope_at_1, 4);
  });

  test.each([
    ["identity", { mean: 0, second: 1, gain: 1, chi: 1, mapSlope: 1 }],
    // (1 + a²)/2 with a = 0.2; (1 − a)/√(2π).
    ["leakyRelu", { mean: 0.319154, second: 0.52, gain: 1.38675, chi: 1, mapSlope: 1 }],
    ["silu", { mean: 0.206621, second: 0.355776, gain: 1.676532, chi: 1.0665, mapSlope: 1.173 }],
  ] as const)("%s", (name, expected) => {
    const computed = gain(activations[name]);
    expect(computed.mean).toBeCloseTo(expected.mean, 5);
    expect(computed.second).toBeCloseTo(expected.second, 5);
    expect(computed.gain).toBeCloseTo(expected.gain, 5);
    expect(computed.chi).toBeCloseTo(expected.chi, 3);
    expect(computed.mapSlope).toBeCloseTo(expected.mapSlope, 3);
  });
});

test("VGG-16 weighs and works what PyTorch counts", () => {
  const { params, macs } = cases("arch").get("vgg16")!.total;
  const { convolution, dense } = vgg16Costs();
  expect(convolution.parameters + dense.parameters).toBe(params);
  expect(convolution.macs + dense.macs).toBe(macs);
});
