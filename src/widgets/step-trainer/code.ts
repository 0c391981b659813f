import { descended, smallLayerPass } from "../../core/backprop/small-layer";
import type { CodeExample } from "../../widget-kit/define-widget";
import { walked } from "./derive";
import type { State } from "./schema";

/**
 * The steps so far and the one that is looked at, in PyTorch, tfjs and NumPy: each runs as it stands
 * and checks the last loss, its gradient and the weights after it.
 */
export function codeExamples(state: State): CodeExample[] {
  const { layer } = walked(state);
  const pass = smallLayerPass(layer);
  const next = descended(layer, pass, state.rate);
  const results = { loss: pass.loss, gradient: pass.kernelGradient, kernel: next.kernel };
  const finite = [results.loss, ...results.gradient, ...results.kernel].every(Number.isFinite);
  const listing: Listing = { state, results: finite ? results : null };
  return [
    { language: "pytorch", code: pytorch(listing) },
    { language: "tfjs", code: tfjs(listing) },
    { language: "numpy", code: numpy(listing) },
  ];
}

interface Listing {
  readonly state: State;
  /** `null` where they are beyond what numbers hold. */
  readonly results: {
    readonly loss: number;
    readonly gradient: readonly number[];
    readonly kernel: readonly number[];
  } | null;
}

/** A square in brackets, `[[1, 2], [3, 4]]`. */
function square(values: readonly number[]): string {
  const side = Math.sqrt(values.length);
  const rows = Array.from({ length: side }, (_, row) =>
    values.slice(row * side, (row + 1) * side).join(", "),
  );
  return `[[${rows.join("], [")}]]`;
}

const beyond = "Too large to check: the numbers have grown beyond what a number holds.";

function pytorch({ state, results }: Listing): string {
  const { input, kernel, bias, target, rate, step } = state;
  const check = results
    ? `assert torch.isclose(loss, torch.tensor(${results.loss}, dtype=torch.float64))
assert torch.allclose(w.grad, torch.tensor(${square(results.gradient)}, dtype=torch.float64))
assert torch.allclose(w, torch.tensor(${square(results.kernel)}, dtype=torch.float64))`
    : `# ${beyond}`;
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${square(input)}, dtype=torch.float64)
w = torch.tensor(${square(kernel)}, dtype=torch.float64, requires_grad=True)
b = torch.tensor([${bias}], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.SGD([w, b], lr=${rate})

for step in range(${step + 1}):
    y = F.relu(F.conv2d(x[None, None], w[None, None], b))  # forward
    loss = ((y - ${bracketed(target)}) ** 2).sum() / 2  # loss
    optimizer.zero_grad()  # slopes are added up unless cleared
    loss.backward()  # backward
    optimizer.step()  # update: w -= lr * w.grad
    print(step + 1, loss.item(), w.grad.tolist(), w.tolist(), b.item())

${check}
`;
}

function numpy({ state, results }: Listing): string {
  const { input, kernel, bias, target, rate, step } = state;
  const check = results
    ? `assert np.isclose(loss, ${results.loss})
assert np.allclose(dw, ${square(results.gradient)})
assert np.allclose(w, ${square(results.kernel)})`
    : `# ${beyond}`;
  return `import numpy as np


def correlate(a, k):
    rows, columns = a.shape[0] - k.shape[0] + 1, a.shape[1] - k.shape[1] + 1
    windows = [[a[r:r + k.shape[0], c:c + k.shape[1]] for c in range(columns)] for r in range(rows)]
    return (np.array(windows) * k).sum((2, 3))


x = np.array(${square(input)}, dtype=float)
w = np.array(${square(kernel)}, dtype=float)
b = ${bias}

for step in range(${step + 1}):
    z = correlate(x, w) + b  # forward
    y = np.maximum(0, z)
    loss = ((y - ${bracketed(target)}) ** 2).sum() / 2  # loss
    g = (y - ${bracketed(target)}) * (z > 0)  # backward: ReLU's gate
    dw = correlate(x, g)
    db = g.sum()
    dx = correlate(np.pad(g, 1), w[::-1, ::-1])  # for a layer before this one
    w = w - ${rate} * dw  # update
    b = b - ${rate} * db
    print(step + 1, loss, dw.tolist(), w.tolist(), b)

${check}
`;
}

function tfjs({ state, results }: Listing): string {
  const { input, kernel, bias, target, rate, step } = state;
  const check = results
    ? `// 32-bit numbers: good to a few parts in a million a step.
const near = (values, wanted) =>
  values.every((value, at) => Math.abs(value - wanted[at]) <= 1e-3 * Math.max(1, ...wanted.map(Math.abs)));
console.assert(near([loss], [${results.loss}]));
console.assert(near([...gradient.dataSync()], [${results.gradient.join(", ")}]));
console.assert(near([...w.dataSync()], [${results.kernel.join(", ")}]));`
    : `// ${beyond}`;
  return `import * as tf from "@tensorflow/tfjs";

const x = tf.tensor([${input.join(", ")}], [1, 3, 3, 1]);
let w = tf.tensor([${kernel.join(", ")}], [2, 2, 1, 1]);
let b = tf.tensor([${bias}]);
let loss, gradient;

// Forward and loss; tf.valueAndGrads walks back through it.
const lossOf = (w, b) =>
  tf.conv2d(x, w, 1, "valid").add(b).relu().sub(${target}).square().sum().div(2);

for (let step = 0; step < ${step + 1}; step++) {
  const { value, grads } = tf.valueAndGrads(lossOf)([w, b]);
  [loss] = value.dataSync();
  gradient = grads[0];
  w = w.sub(grads[0].mul(${rate})); // update
  b = b.sub(grads[1].mul(${rate}));
  console.log(step + 1, loss, w.dataSync(), b.dataSync());
}

${check}
`;
}

/** A number after a minus. */
function bracketed(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
