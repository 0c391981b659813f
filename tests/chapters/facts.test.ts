import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { activationOf } from "../../src/core/activation/activations";
import { meanField } from "../../src/core/moments/mean-field";
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
    const layers = meanField(activationOf("tanh"), { depth: 300, weightScale: 25 / 9 });
    const settled = Math.sqrt(layers.at(-1)!.second);
    const { theory, final } = init.get("tanh-5/3")!;
    expect(settled).toBeCloseTo(theory.rms_infinite_width, 5);
    expect(Math.abs(settled - final.rms.q50)).toBeLessThan(0.005);
  });
});

test("VGG-16 weighs and works what PyTorch counts", () => {
  const { params, macs } = cases("arch").get("vgg16")!.total;
  const { convolution, dense } = vgg16Costs();
  expect(convolution.parameters + dense.parameters).toBe(params);
  expect(convolution.macs + dense.macs).toBe(macs);
});
