import { productTrialLaw } from "../../core/moments/product-trial";
import type { CodeExample } from "../../widget-kit/define-widget";
import type { State } from "./schema";

/** Standard errors that another generator's averages may be off. */
const ROOM = 6;

/** The trials elsewhere: literally in PyTorch and tfjs, by the law of W·x given x in NumPy. */
export function codeExamples(state: State): CodeExample[] {
  return [
    { language: "pytorch", code: pytorch(state) },
    { language: "tfjs", code: tfjs(state) },
    { language: "numpy", code: numpy(state) },
  ];
}

/** Theory's mean and mean square, and how far averages over so many trials may be from them. */
function bounds({ width, activation }: State, trials: number) {
  const law = productTrialLaw(width, activation);
  const room = (scatter: number) => Number(((ROOM * scatter) / Math.sqrt(trials)).toPrecision(2));
  return {
    mean: Number(law.mean.toPrecision(6)),
    meanRoom: room(law.meanScatter),
    square: law.secondMoment,
    squareRoom: room(law.secondMomentScatter),
  };
}

function pytorch(state: State): string {
  const { width, activation, trials, seed } = state;
  const { mean, meanRoom, square, squareRoom } = bounds(state, trials);
  return `import torch

torch.manual_seed(${seed})
mean, square = 0.0, 0.0
for trial in range(${trials}):  # every weight drawn: this takes a while
    y = torch.randn(${width}, ${width}) @ torch.randn(${width})
${activation === "relu" ? "    y = y.relu()\n" : ""}    mean += y.mean().item() / ${trials}
    square += y.pow(2).mean().item() / ${trials}

print("mean", mean, "rms", square**0.5, "std", (square - mean**2) ** 0.5)
assert abs(mean - ${mean}) < ${meanRoom}  # theory, ${ROOM} standard errors
assert abs(square - ${square}) < ${squareRoom}
`;
}

function numpy(state: State): string {
  const { width, activation, trials, seed } = state;
  const { mean, meanRoom, square, squareRoom } = bounds(state, trials);
  return `import numpy as np

random = np.random.default_rng(${seed})
mean, square = 0.0, 0.0
for trial in range(${trials}):
    x = random.standard_normal(${width})
    # Given x, the entries of W @ x are independent N(0, |x|^2): ${width} draws in place of ${width}^2.
    y = np.linalg.norm(x) * random.standard_normal(${width})
${activation === "relu" ? "    y = np.maximum(0, y)\n" : ""}    mean += y.mean() / ${trials}
    square += (y**2).mean() / ${trials}

print("mean", mean, "rms", square**0.5, "std", (square - mean**2) ** 0.5)
assert abs(mean - ${mean}) < ${meanRoom}  # theory, ${ROOM} standard errors
assert abs(square - ${square}) < ${squareRoom}
`;
}

/** Trials of the tfjs listing: a page would wait for minutes otherwise. */
const FEW = 200;

function tfjs(state: State): string {
  const { width, activation, seed } = state;
  const { mean, meanRoom, square, squareRoom } = bounds(state, FEW);
  return `import * as tf from "@tensorflow/tfjs";

let mean = 0, square = 0;
for (let trial = 0; trial < ${FEW}; trial++) {
  tf.tidy(() => {
    const seed = ${seed * FEW * 2 + 1} + 2 * trial;
    const w = tf.randomNormal([${width}, ${width}], 0, 1, "float32", seed);
    const x = tf.randomNormal([${width}, 1], 0, 1, "float32", seed + 1);
    const y = tf.matMul(w, x)${activation === "relu" ? ".relu()" : ""};
    mean += y.mean().dataSync()[0] / ${FEW};
    square += y.square().mean().dataSync()[0] / ${FEW};
  });
}

console.log("mean", mean, "rms", Math.sqrt(square), "std", Math.sqrt(square - mean ** 2));
console.assert(Math.abs(mean - ${mean}) < ${meanRoom}); // theory, ${ROOM} standard errors
console.assert(Math.abs(square - ${square}) < ${squareRoom});
`;
}
