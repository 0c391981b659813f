import type { FieldLayer } from "../../../core/receptive-field/cone";
import { pathDeviation } from "../../../core/receptive-field/map-spread";
import type { CodeExample } from "../../../widget-kit/define-widget";
import { layerRuns } from "../layers-codec";
import { equalShares, largestOf } from "../share-map";
import { layersBelow, stackOf, unitOf } from "../stack";
import type { FieldTracerState } from "../state";

/** What the figure shows, as the listings repeat and check it. */
interface Listing {
  readonly layers: readonly FieldLayer[];
  readonly side: number;
  readonly unit: { readonly row: number; readonly column: number };
  readonly field: { readonly size: number; readonly jump: number; readonly start: number };
  /** Largest share along rows and columns, and in the plane; with equal weights. */
  readonly largest: number;
  readonly spread: number;
  readonly random: Pick<FieldTracerState, "relu" | "channels" | "seeds"> | null;
}

/**
 * The field and the shares of equal weights in PyTorch, tfjs and NumPy: each runs as it stands and
 * checks the numbers that the figure shows. Random weights are drawn anew there, and checked as far
 * as chance allows.
 */
export function codeExamples(state: FieldTracerState): readonly CodeExample[] {
  const stack = stackOf(state);
  const unit = unitOf(stack, state);
  const shares = equalShares(stack, unit);
  const layers = layersBelow(stack, unit);
  const listing: Listing = {
    layers,
    side: stack.side,
    unit,
    field: stack.fields[unit.depth]!,
    largest: largestOf(shares),
    spread: pathDeviation(layers),
    random: state.weights === "random" && unit.depth > 0 ? state : null,
  };
  return [
    { language: "pytorch", code: pytorch(listing) },
    { language: "tfjs", code: tfjs(listing) },
    { language: "numpy", code: numpy(listing) },
  ];
}

/** The stack as a Python list: `[(3, 1, 0, 1)] * 99`. */
function stackLiteral({ layers }: Listing): string {
  const runs = layerRuns(layers).map(({ layer, times }) => {
    const { kernelSize, stride = 1, padding = 0, dilation = 1 } = layer;
    return `[(${kernelSize}, ${stride}, ${padding}, ${dilation})] * ${times}`;
  });
  return runs.length > 0 ? runs.join("\n    + ") : "[]";
}

const head = (
  listing: Listing,
): string => `# kernel, stride, padding, dilation; pools as the means they stand in for
layers = (
    ${stackLiteral(listing)}
)
side, row, column = ${listing.side}, ${listing.unit.row}, ${listing.unit.column}

size, jump, start = 1, 1, 0.0
for k, s, p, d in layers:
    size += (k - 1) * d * jump
    start += ((k - 1) * d / 2 - p) * jump
    jump *= s
print(size, jump, start)
assert (size, jump, start) == (${listing.field.size}, ${listing.field.jump}, ${listing.field.start})
`;

function numpy(listing: Listing): string {
  return `import numpy as np

${head(listing)}
sizes = [side]
for k, s, p, d in layers:
    sizes.append((sizes[-1] + 2 * p - d * (k - 1) - 1) // s + 1)


def shares(unit):
    """How much each input cell supplies along one axis; equal weights."""
    share = np.zeros(sizes[-1])
    share[unit] = 1
    for (k, s, p, d), n in zip(reversed(layers), reversed(sizes[:-1])):
        before = np.zeros(n)
        for tap in range(k):
            cells = np.arange(len(share)) * s - p + tap * d
            on = (cells >= 0) & (cells < n)
            before[cells[on]] += share[on] / k
        share = before
    return share / share.sum()


influence = np.outer(shares(row), shares(column))
print(influence.max(), np.count_nonzero(influence.astype(np.float32)))
assert abs(influence.max() - ${listing.largest}) <= 1e-9 * influence.max()
`;
}

function pytorch(listing: Listing): string {
  return `import torch
import torch.nn.functional as F

${head(listing)}
# The gradient of one unit by the picture; every window takes the mean of its taps.
x = torch.zeros(1, 1, side, side, dtype=torch.float64, requires_grad=True)
y = x
for k, s, p, d in layers:
    y = F.conv2d(y, torch.full((1, 1, k, k), 1 / k**2, dtype=y.dtype), stride=s, padding=p, dilation=d)
y[0, 0, row, column].backward()
influence = x.grad[0, 0] / x.grad.sum()
print(float(influence.max()))
assert abs(float(influence.max()) - ${listing.largest}) <= 1e-9 * float(influence.max())
${listing.random ? randomTorch(listing, listing.random) : ""}`;
}

function randomTorch(
  { spread }: Listing,
  { relu, channels, seeds }: Pick<FieldTracerState, "relu" | "channels" | "seeds">,
): string {
  const gain = relu ? 2 : 1;
  return `
# Random weights: other numbers than the figure's, of the same law. Here all layers are convolutions.
energy = torch.zeros(side, side)
for seed in range(${seeds}):
    torch.manual_seed(seed)
    x = torch.rand(1, 1, side, side, requires_grad=True)
    y = x
    for at, (k, s, p, d) in enumerate(layers):
        w = torch.randn(${channels}, y.shape[1], k, k) * (${gain} / (y.shape[1] * k * k)) ** 0.5
        y = F.conv2d(y, w, stride=s, padding=p, dilation=d)
        if ${relu ? "True" : "False"} and at < len(layers) - 1:
            y = F.relu(y)
    y[0, 0, row, column].backward()
    g = x.grad[0, 0] ** 2
    energy += g / g.sum() / ${seeds}
middle = start + column * jump
spread = ((torch.arange(side) - middle) ** 2 * energy.sum(0)).sum().sqrt()
print(float(spread), "equal weights: ${Number(spread.toPrecision(6))}")
`;
}

function tfjs(listing: Listing): string {
  const runs = layerRuns(listing.layers).map(({ layer, times }) => {
    const { kernelSize, stride = 1, padding = 0, dilation = 1 } = layer;
    return `...Array(${times}).fill([${kernelSize}, ${stride}, ${padding}, ${dilation}])`;
  });
  return `import * as tf from "@tensorflow/tfjs";

// kernel, stride, padding, dilation; pools as the means they stand in for
const layers = [
  ${runs.join(",\n  ")}
];
const [side, row, column] = [${listing.side}, ${listing.unit.row}, ${listing.unit.column}];

// tfjs has no gradient of dilated convolutions: the holes are written out.
function mean(k, d) {
  const reach = (k - 1) * d + 1;
  const taps = tf.buffer([reach, reach, 1, 1]);
  for (let i = 0; i < reach; i += d)
    for (let j = 0; j < reach; j += d) taps.set(1 / k ** 2, i, j, 0, 0);
  return taps.toTensor();
}

function unit(x) {
  let y = x;
  for (const [k, s, p, d] of layers)
    y = tf.conv2d(tf.pad(y, [[0, 0], [p, p], [p, p], [0, 0]]), mean(k, d), s, "valid");
  return y.slice([0, row, column, 0], [1, 1, 1, 1]).sum();
}

const gradient = tf.grad(unit)(tf.zeros([1, side, side, 1]));
const influence = gradient.div(gradient.sum());
const largest = influence.max().dataSync()[0];
console.log(largest);
if (!(Math.abs(largest - ${listing.largest}) <= 1e-4 * largest)) throw new Error("another share");
`;
}
