import type { CodeExample } from "../../widget-kit/define-widget";
import { outputsOf, type State } from "./schema";

function pytorch(state: State, outputs: number | null): string {
  const { input, before, after, kernel, stride, dilation } = state;
  const convolve = `F.conv1d(x, w, stride=${stride}, dilation=${dilation})`;
  return `import torch
import torch.nn.functional as F

x = F.pad(torch.zeros(1, 1, ${input}), (${before}, ${after}))
w = torch.ones(1, 1, ${kernel})
${
  outputs === null
    ? `try:
    ${convolve}
    raise AssertionError("it fits")
except RuntimeError as error:
    print(error)  # the window is larger than the padded input`
    : `y = ${convolve}
print(y.shape[-1])
assert y.shape[-1] == ${outputs}`
}
`;
}

function numpy(state: State, outputs: number | null): string {
  const { input, before, after, kernel, stride, dilation } = state;
  return `import numpy as np

cells = np.arange(${before} + ${input} + ${after})
k, s, d = ${kernel}, ${stride}, ${dilation}
reach = d * (k - 1) + 1
places = [cells[i : i + reach : d] for i in range(0, len(cells) - reach + 1, s)]
print(len(places))
assert len(places) == ${outputs ?? 0}  ${outputs === null ? "# it does not fit anywhere" : "# one output for each place"}
${outputs === null ? "" : `left_over = len(cells) - 1 - places[-1][-1]\nprint(left_over, "cells at the end are never read")\n`}`;
}

function tfjs(state: State, outputs: number | null): string {
  const { input, before, after, kernel, stride, dilation } = state;
  // tfjs refuses stride and dilation together: it takes every step, then keeps each stride-th.
  const both = stride > 1 && dilation > 1;
  const reach = dilation * (kernel - 1) + 1;
  if (outputs === null)
    return `// The window reaches over ${reach} cells, the padded input has ${input + before + after}: nothing to compute.
if (${reach} <= ${input} + ${before} + ${after}) throw new Error("it fits");
`;
  return `import * as tf from "@tensorflow/tfjs";

const x = tf.pad(tf.zeros([1, ${input}, 1]), [[0, 0], [${before}, ${after}], [0, 0]]);
const w = tf.ones([${kernel}, 1, 1]);
let y = tf.conv1d(x, w, ${both ? 1 : stride}, "valid", "NWC", ${dilation});
${both ? `y = tf.stridedSlice(y, [0, 0, 0], y.shape, [1, ${stride}, 1]);\n` : ""}console.log(y.shape[1]);
if (y.shape[1] !== ${outputs}) throw new Error("not the figure's number");
`;
}

/** Counting the places in three libraries, each with its check. */
export function codeExamples(state: State): readonly CodeExample[] {
  const outputs = outputsOf(state);
  return [
    { language: "pytorch", code: pytorch(state, outputs) },
    { language: "tfjs", code: tfjs(state, outputs) },
    { language: "numpy", code: numpy(state, outputs) },
  ];
}
