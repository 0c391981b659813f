import { activationFormula } from "../../../core/activation/formulas";
import type { FloatFormat } from "../../../core/float-format/float-format";
import type { CodeExample } from "../../../widget-kit/define-widget";
import { printFormula, type Library } from "../../../widget-kit/formula/print-formula";
import { activationSpec, deviationOf } from "../request";
import type { State } from "../state";
import type { RaceModel } from "../view-model";
import { claimOf } from "./claim";

/** The chain elsewhere, every weight drawn: one seed, checked against the cloud that is shown. */
export function codeExamples(state: State, model?: RaceModel): readonly CodeExample[] {
  return [
    { language: "pytorch", code: pytorch(state, model) },
    { language: "numpy", code: numpy(state, model) },
    { language: "tfjs", code: tfjs(state, model) },
  ];
}

const formulaFor = (state: State, library: Library): string =>
  printFormula(activationFormula(activationSpec(state)), library);

const claim = (state: State, model: RaceModel | undefined, dialect: "python" | "js"): string =>
  model?.measured ? claimOf(state, model.measured, dialect) : "";

const python: Readonly<Record<FloatFormat, readonly [torch: string, np: string]>> = {
  float64: ["x.double()", "x.astype(np.float64)"],
  float32: ["x", "x.astype(np.float32)"],
  "float32-flush": [
    "torch.where(x.abs() < 2**-126, 0.0 * x, x)",
    "np.where(np.abs(x) < 2**-126, 0, x).astype(np.float32)",
  ],
  float16: ["x.half().float()", "x.astype(np.float16).astype(np.float32)"],
  "float16-flush": [
    "torch.where(x.abs() < 2**-14, 0.0 * x, x.half().float())",
    "np.where(np.abs(x) < 2**-14, 0, x.astype(np.float16)).astype(np.float32)",
  ],
  bfloat16: ["x.bfloat16().float()", "x.astype(np.float32)  # NumPy has no bfloat16"],
};

/** A line of Python, where it changes anything. */
const become = (value: string): string => (value === "x" ? "" : `    x = ${value}\n`);

const shapeOf = ({ width, columns }: State) => (columns > 1 ? `${width}, ${columns}` : `${width}`);

const loop = `    if broken is None and not isfinite(x).all():
        broken = layer
    if zero is None and (x == 0).all():
        zero = layer
`;

function pytorch(state: State, model?: RaceModel): string {
  const { width, depth, distribution, format } = state;
  const deviation = deviationOf(state);
  const dtype = format === "float64" ? ", dtype=torch.float64" : "";
  const weights = {
    normal: `torch.randn(${width}, ${width}${dtype}) * ${deviation}`,
    uniform: `(torch.rand(${width}, ${width}${dtype}) * 2 - 1) * ${deviation * Math.sqrt(3)}`,
    orthogonal: `torch.nn.init.orthogonal_(torch.empty(${width}, ${width}${dtype})) * ${deviation * Math.sqrt(width)}`,
  }[distribution];
  return `import math
import torch
from torch import isfinite

torch.manual_seed(0)
x = torch.randn(${shapeOf(state)}${dtype})
broken = zero = None
for layer in range(1, ${depth + 1}):
    a = ${weights}
    x = a @ x
${become(formulaFor(state, "torch"))}${become(python[format][0])}${loop}
rms = x.double().pow(2).mean().sqrt().item()
print("mean", x.mean().item(), "std", x.std().item(), "rms", rms)
${claim(state, model, "python")}`;
}

function numpy(state: State, model?: RaceModel): string {
  const { width, depth, distribution, format } = state;
  const deviation = deviationOf(state);
  const dtype = format === "float64" ? "np.float64" : "np.float32";
  const weights = {
    normal: `random.standard_normal((${width}, ${width})) * ${deviation}`,
    uniform: `random.uniform(-1, 1, (${width}, ${width})) * ${deviation * Math.sqrt(3)}`,
    orthogonal: `np.linalg.qr(random.standard_normal((${width}, ${width})))[0] * ${deviation * Math.sqrt(width)}`,
  }[distribution];
  return `import math
import numpy as np
from numpy import isfinite

np.seterr(all="ignore")  # infinities are what this is about
random = np.random.default_rng(0)
x = random.standard_normal((${shapeOf(state)})).astype(${dtype})
broken = zero = None
for layer in range(1, ${depth + 1}):
    a = (${weights}).astype(${dtype})
    x = a @ x
${become(formulaFor(state, "np"))}${become(python[format][1])}${loop}
rms = math.sqrt((x.astype(np.float64) ** 2).mean())
print("mean", x.mean(), "std", x.std(ddof=1), "rms", rms)
${claim(state, model, "python")}`;
}

function tfjs(state: State, model?: RaceModel): string {
  const { width, depth, columns, distribution, format } = state;
  const deviation = deviationOf(state);
  const weights = {
    normal: `tf.randomNormal([${width}, ${width}], 0, ${deviation}, "float32", 1 + layer)`,
    uniform: `tf.randomUniform([${width}, ${width}], ${-deviation * Math.sqrt(3)}, ${deviation * Math.sqrt(3)}, "float32", 1 + layer)`,
    orthogonal: `tf.initializers.orthogonal({ gain: ${deviation * Math.sqrt(width)}, seed: 1 + layer }).apply([${width}, ${width}])`,
  }[distribution];
  const other =
    format === "float32" ? "" : `// tfjs computes in float32; the figure shows ${format}.\n`;
  return `import * as tf from "@tensorflow/tfjs";

await tf.setBackend("cpu"); // 32-bit floats on every machine
${other}let x = tf.randomNormal([${width}, ${columns}], 0, 1, "float32", 1);
let broken = null, zero = null;
for (let layer = 1; layer <= ${depth}; layer++) {
  x = tf.tidy(() => {
    const a = ${weights};
    const z = tf.matMul(a, x);
    return ((x) => ${formulaFor(state, "tf")})(z);
  });
  const numbers = await x.data();
  if (broken === null && !numbers.every(Number.isFinite)) broken = layer;
  if (zero === null && numbers.every((value) => value === 0)) zero = layer;
}

const numbers = await x.data();
const rms = Math.sqrt(numbers.reduce((sum, value) => sum + value ** 2, 0) / numbers.length);
console.log("rms", rms, "first ∞ or NaN", broken, "all zeros", zero);
${format === "float32" ? claim(state, model, "js") : ""}`;
}
