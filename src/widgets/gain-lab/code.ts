import type { ActivationMomentsResult } from "../../compute/activation-moments";
import type { CodeExample } from "../../widget-kit/define-widget";
import { printFormula } from "../../widget-kit/formula/print-formula";
import { formulaOf } from "./activations";
import { mistakeOf } from "./mistake";
import type { State } from "./schema";

interface Shown {
  readonly second: number;
  readonly gain: number;
}

/** The numbers to check against; `null` before there are any, or where they are not finite. */
function shownBy(result: ActivationMomentsResult | null): Shown | null {
  if (!result) return null;
  const { second, gain } = result.moments;
  return Number.isFinite(second) && Number.isFinite(gain) && second < 1e6 ? { second, gain } : null;
}

const digits = (value: number): string => String(Number(value.toPrecision(8)));

function python(shown: Shown | null): string {
  if (!shown) return "print(float(second))";
  return `gain = second ** -0.5
print(float(second), float(gain))
assert abs(float(second) - ${digits(shown.second)}) < 1e-4 * ${digits(shown.second)} + 1e-9
assert abs(float(gain) - ${digits(shown.gain)}) < 1e-4 * ${digits(shown.gain)}`;
}

/** Mean square and gain on a fine grid of z, in three libraries. */
export function codeExamples(
  state: State,
  result: ActivationMomentsResult | null,
): readonly CodeExample[] {
  if (mistakeOf(state)) return [{ language: "numpy", code: "# The formula cannot be read yet.\n" }];
  const formula = formulaOf(state);
  const shown = shownBy(result);
  return [
    {
      language: "pytorch",
      code: `import torch

f = lambda x: ${printFormula(formula, "torch")}
x = torch.linspace(-12, 12, 200_001, dtype=torch.float64)
weight = torch.exp(-x * x / 2) / (2 * torch.pi) ** 0.5
second = torch.trapezoid(f(x) ** 2 * weight, x)
${python(shown)}
`,
    },
    {
      language: "tfjs",
      code: `import * as tf from "@tensorflow/tfjs";

const f = (x) => ${printFormula(formula, "tf")};
const x = tf.linspace(-12, 12, 24_001);
const weight = tf.mul(tf.exp(tf.div(tf.square(x), -2)), 0.001 / Math.sqrt(2 * Math.PI));
const second = tf.sum(tf.mul(tf.square(f(x)), weight)).arraySync();
console.log(second, second ** -0.5);
${shown ? `if (Math.abs(second / ${digits(shown.second)} - 1) > 1e-2) throw new Error("not the figure's number");\n` : ""}`,
    },
    {
      language: "numpy",
      code: `import math

import numpy as np

f = lambda x: ${printFormula(formula, "np")}
x = np.linspace(-12, 12, 200_001)
weight = np.exp(-x * x / 2) / (2 * np.pi) ** 0.5
y = f(x) ** 2 * weight
second = ((y[1:] + y[:-1]) / 2).sum() * (x[1] - x[0])
${python(shown)}
`,
    },
  ];
}
