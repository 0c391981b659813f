import type { ActivationLayer, Layer } from "../../core/network/layer";
import { outputShapes } from "../../core/network/network";
import type { CodeExample } from "../../widget-kit/define-widget";
import { shownChecks } from "./code-checks";
import { exampleCount, fittedOf, MOVEMENT, sourceOf, stepsPerEpoch } from "./plan";
import type { Fitted } from "./fit";
import { savedFiles } from "./saved-files";
import type { DigitTrainerState } from "./state";
import type { DigitTrainerModel } from "./view-model";

/**
 * The same network, optimiser and loop in PyTorch, tfjs and NumPy. The first two learn from the very
 * pictures of the figure, read from the files it saves; all check the counts that are shown, and the
 * one in NumPy also makes shown numbers again.
 */
export function codeExamples(
  state: DigitTrainerState,
  model?: DigitTrainerModel,
): readonly CodeExample[] {
  const fitted = fittedOf(state, undefined);
  return [
    { language: "pytorch", code: pytorch(state, fitted) },
    { language: "tfjs", code: tfjs(state, fitted) },
    { language: "numpy", code: numpy(state, fitted) + (model ? shownChecks(state, model) : "") },
  ];
}

const channelsBefore = (shapes: readonly (readonly number[])[], at: number) => shapes[at]!.at(-1)!;

const torchActivations: Readonly<Record<string, string>> = {
  relu: "nn.ReLU()",
  tanh: "nn.Tanh()",
  gelu: "nn.GELU()",
};

const activationName = ({ activation }: ActivationLayer) =>
  typeof activation === "string" ? activation : activation.name;

function torchLayer(layer: Layer, inputs: number): string | null {
  switch (layer.kind) {
    case "conv": {
      const padding = layer.padding === "same" ? Math.floor(Number(layer.size) / 2) : 0;
      const stride = layer.stride ? `, stride=${String(layer.stride)}` : "";
      return `nn.Conv2d(${inputs}, ${layer.filters}, ${String(layer.size)}, padding=${padding}${stride})`;
    }
    case "batchNorm":
      return `nn.BatchNorm2d(${inputs})`;
    case "activation":
      return torchActivations[activationName(layer)]!;
    case "maxPool":
      return "nn.MaxPool2d(2)";
    case "averagePool":
      return "nn.AvgPool2d(2)";
    case "globalAverage":
      return "nn.AdaptiveAvgPool2d(1)";
    case "flatten":
      return "nn.Flatten()";
    case "dense":
      return `nn.Linear(${inputs}, ${layer.units})`;
    case "residual":
      return null;
  }
}

const torchInits = {
  he: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")',
  xavier: "nn.init.xavier_uniform_(layer.weight)",
  framework: "pass  # what PyTorch draws by itself",
  zeros: "nn.init.zeros_(layer.weight)",
  constant: "nn.init.constant_(layer.weight, 0.1)",
  tiny: "nn.init.normal_(layer.weight, std=0.01)",
  unit: "nn.init.normal_(layer.weight)",
} as const;

function torchOptimizer({ optimizer, rate, momentum, decay }: DigitTrainerState): string {
  const common = `network.parameters(), lr=${rate}, weight_decay=${decay}`;
  switch (optimizer) {
    case "sgd":
      return `torch.optim.SGD(${common})`;
    case "momentum":
      return `torch.optim.SGD(${common}, momentum=${momentum})`;
    case "nesterov":
      return `torch.optim.SGD(${common}, momentum=${momentum}, nesterov=${momentum > 0 ? "True" : "False"})`;
    case "rmsprop":
      return `torch.optim.RMSprop(${common})`;
    case "adam":
      return `torch.optim.Adam(${common})`;
    case "adamW":
      return `torch.optim.AdamW(${common})`;
  }
}

const torchMove = ({ shift, turn, stretch }: typeof MOVEMENT) => `
# Shifts, turns and stretches every picture anew, by dice of its own.
def moved(pictures):
    count, width = len(pictures), pictures.shape[-1]
    dice = 2 * torch.rand(4, count) - 1
    turn, size = torch.deg2rad(${turn} * dice[2]), 1 + ${stretch} * dice[3]
    place = torch.zeros(count, 2, 3)
    place[:, 0, 0] = place[:, 1, 1] = torch.cos(turn) / size
    place[:, 0, 1], place[:, 1, 0] = torch.sin(turn) / size, -torch.sin(turn) / size
    place[:, :, 2] = ${shift} * dice[:2].T * 2 / width
    grid = nn.functional.affine_grid(place, pictures.shape, align_corners=False)
    return nn.functional.grid_sample(pictures, grid, align_corners=False)
`;

function pytorch(state: DigitTrainerState, { network, summary, batch }: Fitted): string {
  const shapes = [network.inputShape, ...outputShapes(network)];
  const layers = network.layers.map(
    (layer, at) => `    ${torchLayer(layer, channelsBefore(shapes, at))},`,
  );
  const count = exampleCount(state, undefined);
  const [height, width] = network.inputShape as [number, number];
  const classes = sourceOf(state, undefined).classes.length;
  const perEpoch = stepsPerEpoch(count, batch);
  const cosine = state.schedule === "cosine";
  // How many of the reader's own there are is known to the page alone.
  const counted =
    state.data === "own"
      ? ""
      : `assert pictures.shape == (${count}, 1, ${height}, ${width})
assert math.ceil(len(labels) / ${batch}) == ${perEpoch}  # steps an epoch
`;
  return `import math
import struct
import torch
from torch import nn

torch.manual_seed(${state.seed})

# Save the pictures trained on under the figure, and put the two files beside this program.
def read_idx(name):
    data = open(name, "rb").read()
    axes = data[3]
    shape = struct.unpack(f">{axes}I", data[4 : 4 + 4 * axes])
    return torch.frombuffer(bytearray(data[4 + 4 * axes :]), dtype=torch.uint8).reshape(shape)

pictures = read_idx("${savedFiles.pictures}").unsqueeze(1) / 255
labels = read_idx("${savedFiles.labels}").long()
${counted}${state.moved ? torchMove(MOVEMENT) : ""}
network = nn.Sequential(
${layers.join("\n")}
)
for layer in network:
    if isinstance(layer, (nn.Conv2d, nn.Linear)):
        ${torchInits[state.init]}
assert sum(p.numel() for p in network.parameters()) == ${summary.parameters}

optimizer = ${torchOptimizer(state)}
${cosine ? `schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, ${state.epochs * perEpoch})\n` : ""}for epoch in range(${state.epochs}):
    for batch in torch.randperm(len(labels)).split(${batch}):
        loss = nn.functional.cross_entropy(network(${state.moved ? "moved(pictures[batch])" : "pictures[batch]"}), labels[batch])
        optimizer.zero_grad()  # slopes add up unless cleared
        loss.backward()  # backpropagation
        optimizer.step()  # update${cosine ? "\n        schedule.step()" : ""}
    print(epoch + 1, loss.item(), "guessing costs", math.log(${classes}))`;
}

function tfLayer(layer: Layer, first: string): string | null {
  switch (layer.kind) {
    case "conv": {
      const strides = layer.stride ? `, strides: ${String(layer.stride)}` : "";
      return `tf.layers.conv2d({ filters: ${layer.filters}, kernelSize: ${String(layer.size)}, padding: "${layer.padding === "same" ? "same" : "valid"}"${strides}, kernelInitializer${first} })`;
    }
    case "batchNorm":
      return "tf.layers.batchNormalization()";
    case "activation":
      return `tf.layers.activation({ activation: "${activationName(layer)}" })`;
    case "maxPool":
      return "tf.layers.maxPooling2d({ poolSize: 2 })";
    case "averagePool":
      return "tf.layers.averagePooling2d({ poolSize: 2 })";
    case "globalAverage":
      return "tf.layers.globalAveragePooling2d({})";
    case "flatten":
      return "tf.layers.flatten()";
    case "dense":
      return `tf.layers.dense({ units: ${layer.units}, kernelInitializer${first} })`;
    case "residual":
      return null;
  }
}

const tfInits = {
  he: `tf.initializers.heNormal({ seed })`,
  xavier: `tf.initializers.glorotUniform({ seed })`,
  framework: `tf.initializers.leCunUniform({ seed })`,
  zeros: `tf.initializers.zeros()`,
  constant: `tf.initializers.constant({ value: 0.1 })`,
  tiny: `tf.initializers.randomNormal({ stddev: 0.01, seed })`,
  unit: `tf.initializers.randomNormal({ stddev: 1, seed })`,
} as const;

function tfOptimizer({ optimizer, rate, momentum }: DigitTrainerState): string {
  switch (optimizer) {
    case "sgd":
      return `tf.train.sgd(${rate})`;
    case "momentum":
      return `tf.train.momentum(${rate}, ${momentum})`;
    case "nesterov":
      return `tf.train.momentum(${rate}, ${momentum}, true)`;
    case "rmsprop":
      return `tf.train.rmsprop(${rate}, 0.99)`;
    default:
      return `tf.train.adam(${rate})`;
  }
}

function tfjs(state: DigitTrainerState, { network, summary, batch }: Fitted): string {
  const shape = network.inputShape.join(", ");
  const layers = network.layers
    // A global average has no places left to flatten in tfjs.
    .filter(({ kind }) => !(kind === "flatten" && state.head === "average"))
    .map((layer, at) => {
      const line = tfLayer(layer, "")!;
      return `    ${at === 0 ? line.replace("({", `({ inputShape: [${shape}],`) : line},`;
    });
  return `import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";

const seed = ${state.seed};
const kernelInitializer = ${tfInits[state.init]};

// Save the pictures trained on under the figure, and run this with Node beside the two files.
function readIdx(name) {
  const bytes = readFileSync(name);
  const axes = bytes[3];
  const shape = Array.from({ length: axes }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis));
  return tf.tensor(new Int32Array(bytes.subarray(4 + 4 * axes)), shape, "int32");
}

const pictures = readIdx("${savedFiles.pictures}").expandDims(-1).div(255);
const labels = readIdx("${savedFiles.labels}");

const network = tf.sequential({
  layers: [
${layers.join("\n")}
    tf.layers.softmax(),
  ],
});
const learned = network.trainableWeights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape), 0);
if (learned !== ${summary.parameters}) throw new Error(\`\${learned} parameters\`);

network.compile({
  optimizer: ${tfOptimizer(state)},
  loss: "sparseCategoricalCrossentropy",
  metrics: ["accuracy"],
});
${state.moved ? "// The figure moves its examples anew each time; this program takes them as they are.\n" : ""}await network.fit(pictures, tf.cast(labels, "float32"), { epochs: ${state.epochs}, batchSize: ${batch}, shuffle: true });`;
}

function numpy(state: DigitTrainerState, { network, summary, batch }: Fitted): string {
  const shapes = [network.inputShape, ...outputShapes(network)];
  const rows = network.layers.flatMap((layer, at) => {
    const before = channelsBefore(shapes, at);
    const [height = 1, width = 1] = shapes[at + 1]!;
    if (layer.kind === "conv")
      return [
        `    (${String(layer.size)} * ${String(layer.size)} * ${before}, ${layer.filters}, ${height} * ${width}),  # convolution`,
      ];
    return layer.kind === "dense" ? [`    (${before}, ${layer.units}, 1),  # dense`] : [];
  });
  const norms = state.norm ? state.blocks.map(({ filters }) => `2 * ${filters}`).join(" + ") : "0";
  const classes = sourceOf(state, undefined).classes.length;
  const count = exampleCount(state, undefined);
  return `import numpy as np

# Inputs of one output number, output channels, places.
layers = np.array([
${rows.join("\n")}
])
fan_in, outputs, places = layers.T
assert (fan_in * outputs + outputs).sum() + ${norms} == ${summary.parameters}  # parameters
assert (fan_in * outputs * places).sum() == ${summary.macs}  # multiply-accumulates
assert -(-${count} // ${batch}) == ${stepsPerEpoch(count, batch)}  # steps an epoch

# A network that knows nothing gives all ${classes} classes the same score.
rng = np.random.default_rng(${state.seed})
labels = rng.integers(${classes}, size=1000)
logits = np.zeros((1000, ${classes}))
chances = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
loss = -np.log(chances[np.arange(1000), labels]).mean()
assert np.isclose(loss, np.log(${classes})), loss  # ${Math.log(classes).toFixed(4)}`;
}
