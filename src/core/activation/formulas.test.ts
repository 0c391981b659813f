import { expect, test } from "vitest";
import { evaluator } from "../expression/evaluate";
import { parse } from "../expression/parse";
import type { ActivationSpec } from "./activation";
import { activationNames, activationOf } from "./activations";
import { activationFormula } from "./formulas";

const points = [-3, -1, -0.25, 0, 0.5, 2, 7];

test.each<ActivationSpec>([
  ...activationNames,
  { name: "leakyRelu", slope: 0.2 },
  { name: "leakyRelu", slope: 1e-7 },
  { name: "elu", alpha: 1 },
  { name: "elu", alpha: 0.5 },
  { name: "formula", formula: "x*sigmoid(1.702*x)" },
])("%o is spelt as a formula that means the same", (spec) => {
  const spelt = evaluator(parse(activationFormula(spec)));
  const { value } = activationOf(spec);
  for (const x of points) expect(spelt(x)).toBeCloseTo(value(x), 9);
});
