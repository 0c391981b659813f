import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { descended, smallLayerPass, type SmallLayer } from "../../src/core/backprop/small-layer";
import { cases } from "../../src/widgets/step-trainer/cases";
import { schema } from "../../src/widgets/step-trainer/schema";

const { runs } = JSON.parse(
  readFileSync(new URL("pytorch-runs.json", import.meta.url), "utf8"),
) as {
  runs: readonly { readonly widget: string; readonly case: string; readonly output: string }[];
};

const numbersIn = (line: string): number[] =>
  (line.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? []).map(Number);

describe.each(cases)("$name", ({ name, state }) => {
  const { input, kernel, bias, target, rate, step } = { ...schema.defaults, ...state };

  test("every step has the loss, slopes and weights that PyTorch printed", () => {
    const run = runs.find((one) => one.widget === "step-trainer" && one.case === name)!;
    const lines = run.output.trim().split("\n");
    expect(lines).toHaveLength(step + 1);
    let layer: SmallLayer = { input, kernel, bias, target };
    lines.forEach((line, at) => {
      const pass = smallLayerPass(layer);
      layer = descended(layer, pass, rate);
      const ours = [at + 1, pass.loss, ...pass.kernelGradient, ...layer.kernel, layer.bias];
      const theirs = numbersIn(line);
      expect(theirs).toHaveLength(ours.length);
      theirs.forEach((value, index) => expect(ours[index]! + 0).toBeCloseTo(value + 0, 11));
    });
  });
});
