import type { CodeExample } from "../../widget-kit/define-widget";
import { layersOf, roadSummary } from "./roads";
import type { State } from "./state";

const torchLayers = (road: "stack" | "single", state: State): string => {
  let channels = state.inputs;
  return layersOf(road, state)
    .flatMap(({ filters, size }) => {
      const line = `    nn.Conv2d(${channels}, ${filters}, ${String(size)}, padding="${state.padding}", bias=False),`;
      channels = filters;
      return state.activation ? [line, "    nn.ReLU(),"] : [line];
    })
    .join("\n");
};

function pytorch(state: State): string {
  return `import torch.nn as nn

stack = nn.Sequential(
${torchLayers("stack", state)}
)
single = nn.Sequential(
${torchLayers("single", state)}
)
count = lambda net: sum(p.numel() for p in net.parameters())
print(count(stack), count(single))
assert count(stack) == ${roadSummary("stack", state).parameters}
assert count(single) == ${roadSummary("single", state).parameters}
`;
}

function numpy(state: State): string {
  const { kernel, layers, inputs, between, outputs } = state;
  return `import numpy as np

k, n = ${kernel}, ${layers}
channels = np.array([${inputs}] + [${between}] * (n - 1) + [${outputs}], dtype=np.int64)
K = n * (k - 1) + 1
stack = int((k * k * channels[:-1] * channels[1:]).sum())
single = int(K * K * channels[0] * channels[-1])
print(K, stack, single)
assert stack == ${roadSummary("stack", state).parameters}
assert single == ${roadSummary("single", state).parameters}
`;
}

function tfjs(state: State): string {
  const { side, inputs, padding, activation } = state;
  const listed = (road: "stack" | "single") =>
    layersOf(road, state)
      .map(
        ({ filters, size }, at) =>
          `  tf.layers.conv2d({ filters: ${filters}, kernelSize: ${String(size)}, padding: "${padding}", useBias: false, activation: "${activation ? "relu" : "linear"}"${at === 0 ? `, inputShape: [${side}, ${side}, ${inputs}]` : ""} }),`,
      )
      .join("\n");
  return `import * as tf from "@tensorflow/tfjs";

const stack = tf.sequential({ layers: [
${listed("stack")}
] });
const single = tf.sequential({ layers: [
${listed("single")}
] });
console.log(stack.countParams(), single.countParams());
if (stack.countParams() !== ${roadSummary("stack", state).parameters}) throw new Error("not the figure's number");
if (single.countParams() !== ${roadSummary("single", state).parameters}) throw new Error("not the figure's number");
`;
}

/** Stack and single kernel in three libraries, their weights counted and checked. */
export function codeExamples(state: State): readonly CodeExample[] {
  return [
    { language: "pytorch", code: pytorch(state) },
    { language: "tfjs", code: tfjs(state) },
    { language: "numpy", code: numpy(state) },
  ];
}
