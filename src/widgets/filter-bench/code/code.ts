import type { Tensor } from "../../../compute/types";
import type { CodeExample } from "../../../widget-kit/define-widget";
import { fitLayer, layerSpec } from "../layer";
import type { FilterBenchState } from "../state";
import { literal, nestedLiteral, permuted } from "./literal";
import { patchAround, type Patch } from "./patch";

/** Side of the ramp that stands in for a reader's own picture. */
const standInSide = 16;

/**
 * The layer on the piece of the picture around the chosen cell, in PyTorch, tfjs and NumPy: each
 * runs as it stands and checks the number that the figure shows. A reader's own picture stays
 * theirs (`input` null): a ramp stands in for it.
 */
export function codeExamples(state: FilterBenchState, input: Tensor | null): CodeExample[] {
  const shown = input ?? ramp(state.color === "colour" ? 3 : 1);
  const [, height, width] = shown.shape as [number, number, number];
  const fitted = fitLayer(state, height, width);
  const { geometry } = fitted;
  const spec = layerSpec(fitted.state, shown);
  const cell = {
    row: Math.min(state.row, geometry.outHeight - 1),
    column: Math.min(state.column, geometry.outWidth - 1),
  };
  const listing: Listing = {
    state: fitted.state,
    patch: patchAround(spec, geometry, cell),
    weights: spec.weights,
    about: input
      ? `The picture around output cell (${cell.row}, ${cell.column}), padding filled in.`
      : "A ramp in place of your own picture, which stays on your page.",
  };
  return [
    { language: "pytorch", code: pytorch(listing) },
    { language: "tfjs", code: tfjs(listing) },
    { language: "numpy", code: numpy(listing) },
  ];
}

interface Listing {
  readonly state: FilterBenchState;
  readonly patch: Patch;
  readonly weights: Tensor;
  readonly about: string;
}

function ramp(channels: number): Tensor {
  const data = Float32Array.from(
    { length: standInSide * standInSide * channels },
    (_, at) => (Math.floor(at / channels) % standInSide) / standInSide,
  );
  return { shape: [1, standInSide, standInSide, channels], data };
}

function shownNumber({ patch, state }: Listing): number {
  const [, , columns, channels] = patch.output.shape as [number, number, number, number];
  return patch.output.data[
    (patch.cell.row * columns + patch.cell.column) * channels + state.channel
  ]!;
}

/** Beyond this the order of adding decides between a number, infinity and NaN. */
const largestChecked = 1e37;

/**
 * How far another order of adding may be off, or `null` where it may end in another kind of number:
 * 32-bit sums of at most 147 products.
 */
function tolerance({ patch, weights }: Listing): number | null {
  const largest = (values: Float32Array) =>
    values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const taps = weights.data.length / weights.shape[3]!;
  const scale = largest(weights.data) * taps * Math.max(largest(patch.input.data), 1);
  if (!(scale < largestChecked)) return null;
  return Number(Math.max(scale * 1e-6, 1e-6).toPrecision(1));
}

/** Python's check of the number the figure shows. */
function pythonCheck(listing: Listing, place: string): string {
  const room = tolerance(listing);
  if (room === null) return "# Too large to check: the order of adding decides what comes out.";
  return `assert abs(float(${place}) - ${literal(shownNumber(listing))}) <= ${room}`;
}

/** `[outChannel][inChannel][row][column]`, the order of PyTorch and NumPy here. */
function weightsOihw({ weights }: Listing): string {
  const [kh, kw, inn, out] = weights.shape as [number, number, number, number];
  return nestedLiteral(permuted(weights.data, weights.shape, [3, 2, 0, 1]), [out, inn, kh, kw]);
}

function inputChw({ patch: { input } }: Listing): string {
  const [, height, width, channels] = input.shape as [number, number, number, number];
  return nestedLiteral(permuted(input.data, [height, width, channels], [2, 0, 1]), [
    channels,
    height,
    width,
  ]);
}

const biases = ({ state }: Listing) =>
  `[${state.filters.map(({ bias }) => literal(bias)).join(", ")}]`;

function pytorch(listing: Listing): string {
  const { state, patch, about } = listing;
  const { row, column } = patch.cell;
  return `import torch
import torch.nn.functional as F

# ${about} [channel][row][column]
x = torch.tensor(${inputChw(listing)}, dtype=torch.float32)

# [output channel][input channel][row][column]
w = torch.tensor(${weightsOihw(listing)}, dtype=torch.float32)
b = torch.tensor(${biases(listing)}, dtype=torch.float32)

y = F.conv2d(x[None], w, b, stride=${state.stride}, dilation=${state.dilation})[0]
${state.activation === "relu" ? "y = F.relu(y)\n" : ""}
print(y.shape, float(y[${state.channel}, ${row}, ${column}]))
${pythonCheck(listing, `y[${state.channel}, ${row}, ${column}]`)}
`;
}

function numpy(listing: Listing): string {
  const { state, patch, about } = listing;
  const { row, column } = patch.cell;
  return `import numpy as np

# ${about} [channel][row][column]
x = np.array(${inputChw(listing)}, dtype=np.float32)

# [output channel][input channel][row][column]
w = np.array(${weightsOihw(listing)}, dtype=np.float32)
b = np.array(${biases(listing)}, dtype=np.float32)

s, d = ${state.stride}, ${state.dilation}  # stride, dilation
k = w.shape[-1]
reach = (k - 1) * d + 1
rows = (x.shape[1] - reach) // s + 1
columns = (x.shape[2] - reach) // s + 1
y = np.empty((len(w), rows, columns), dtype=np.float32)
for o in range(len(w)):
    for i in range(rows):
        for j in range(columns):
            window = x[:, i * s : i * s + reach : d, j * s : j * s + reach : d]
            y[o, i, j] = (window * w[o]).sum() + b[o]
${state.activation === "relu" ? "y = np.where(y < 0, 0, y)\n" : ""}
print(y.shape, float(y[${state.channel}, ${row}, ${column}]))
${pythonCheck(listing, `y[${state.channel}, ${row}, ${column}]`)}
`;
}

function tfjs(listing: Listing): string {
  const { state, patch, weights, about } = listing;
  const { row, column } = patch.cell;
  const { stride, dilation } = state;
  // tfjs refuses stride and dilation together: it takes every step, then keeps each stride-th.
  const both = stride > 1 && dilation > 1;
  const [, height, width, channels] = patch.input.shape as [number, number, number, number];
  const room = tolerance(listing);
  const check =
    room === null
      ? "// Too large to check: the order of adding decides what comes out."
      : `if (Math.abs(shown - ${literal(shownNumber(listing))}) > ${room})
  throw new Error(\`not the figure's number: \${shown}\`);`;
  return `import * as tf from "@tensorflow/tfjs";

// ${about} [row][column][channel]
const x = tf.tensor3d(${nestedLiteral(patch.input.data, [height, width, channels])});

// [row][column][input channel][output channel]
const w = tf.tensor4d(${nestedLiteral(weights.data, weights.shape)});
const b = tf.tensor1d(${biases(listing)});

let y = tf.conv2d(x, w, ${both ? 1 : stride}, "valid", "NHWC", ${dilation});
${both ? `y = tf.stridedSlice(y, [0, 0, 0], y.shape, [${stride}, ${stride}, 1]);\n` : ""}y = tf.add(y, b);
${state.activation === "relu" ? "y = tf.relu(y);\n" : ""}
const shown = (await y.array())[${row}][${column}][${state.channel}];
console.log(y.shape, shown);
${check}
`;
}
