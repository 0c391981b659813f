import type { Compute, Tensor } from "../../compute/types";
import { conv2d } from "../../core/conv/conv2d";
import { conv2dBackward } from "../../core/conv/conv2d-backward";
import { averagePool } from "../../core/pool/average-pool";

/** How a job came out beside core's own loops. */
export interface Checked {
  readonly name: string;
  /** In the engine, without queueing. */
  readonly milliseconds: number;
  /** Farthest that a number is off, in parts of the largest of core's. */
  readonly off: number;
}

function wave(shape: readonly number[], seed: number): Tensor {
  const length = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length }, (_, at) => Math.sin(at * 12.9898 + seed)) };
}

const layer = {
  input: wave([2, 57, 64, 6], 1),
  weights: wave([4, 3, 3, 8], 2),
  stride: [2, 1],
  dilation: [1, 2],
  padding: { top: 1, bottom: 2, left: 3, right: 0 },
  paddingMode: "reflect",
  groups: 2,
} as const;

const bias = [0.5, -0.5, 0, 1, 2, -1, 0.25, 0];

const window = { size: [3, 2], stride: 2, ceil: true, countPadding: false } as const;

function off(actual: Tensor, expected: { readonly data: ArrayLike<number> }): number {
  let [farthest, largest] = [0, 0];
  for (let at = 0; at < expected.data.length; at++) {
    farthest = Math.max(farthest, Math.abs(actual.data[at]! - expected.data[at]!));
    largest = Math.max(largest, Math.abs(expected.data[at]!));
  }
  return farthest / largest;
}

/** Lets the engine do one awkward layer forward, back and pooled, and compares every number. */
export async function checkJobs(compute: Compute): Promise<readonly Checked[]> {
  const forward = await compute.run({ job: "conv2d", ...layer, bias, activation: "relu" });
  const expected = conv2d({ ...layer, bias, activation: "relu" });
  const outputGradient = wave(expected.shape, 3);
  const back = await compute.run({ job: "conv2dBackward", ...layer, outputGradient });
  const gradients = conv2dBackward({ ...layer, outputGradient });
  const { input } = layer;
  const pooled = await compute.run({ job: "pool2d", kind: "average", input, ...window });
  return [
    { name: "conv2d", off: off(forward.output, expected), milliseconds: forward.milliseconds },
    ...(["input", "weights", "bias"] as const).map((part) => ({
      name: `conv2dBackward, ${part}`,
      off: off(back[part], gradients[part]),
      milliseconds: back.milliseconds,
    })),
    {
      name: "pool2d",
      off: off(pooled.output, averagePool(input, window)),
      milliseconds: pooled.milliseconds,
    },
  ];
}
