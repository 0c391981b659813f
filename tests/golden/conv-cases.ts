import type { Conv2dSpec, PaddingMode, Tensor } from "../../src/compute/types";
import golden from "./conv2d.json";

export interface ConvCase {
  readonly id: string;
  /** Every sum is exact in float32 in any order. */
  readonly exact: boolean;
  readonly spec: Conv2dSpec;
  /** NHWC, float64 as computed by the reference. */
  readonly expected: readonly number[];
  /** The way back: a gradient by the result, and what it makes of input, weights and bias. */
  readonly backward: {
    readonly outputGradient: Tensor;
    readonly input: readonly number[];
    readonly weights: readonly number[];
    /** Absent where there is no bias. */
    readonly bias?: readonly number[];
  };
}

interface Flat {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** Moves axes: axis i of the result is axis `order[i]` of the source. */
function transpose({ shape, data }: Flat, order: readonly number[]): number[] {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const sizes = order.map((axis) => shape[axis]!);
  return Array.from({ length: data.length }, (_, flat) => {
    let rest = flat;
    let from = 0;
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      from += (rest % sizes[axis]!) * strides[order[axis]!]!;
      rest = Math.floor(rest / sizes[axis]!);
    }
    return data[from]!;
  });
}

function tensor(source: Flat, order: readonly number[]): Tensor {
  return {
    shape: order.map((axis) => source.shape[axis]!),
    data: Float32Array.from(transpose(source, order)),
  };
}

const NHWC = [0, 2, 3, 1];
const HWIO = [2, 3, 1, 0];
const pair = (values: readonly number[]) => values as readonly [number, number];

/** Every convolution of conv2d.json in the book's own layouts. */
export const convCases: readonly ConvCase[] = golden.cases.map((source) => {
  const [top = 0, bottom = 0, left = 0, right = 0] = source.padding;
  return {
    id: source.id,
    exact: source.exact,
    spec: {
      input: tensor(source.input, NHWC),
      weights: tensor(source.weight, HWIO),
      ...(source.bias ? { bias: source.bias.data.map(Math.fround) } : {}),
      stride: pair(source.stride),
      dilation: pair(source.dilation),
      groups: source.groups,
      padding: { top, bottom, left, right },
      paddingMode: (source.padding_mode === "zeros" ? "zero" : source.padding_mode) as PaddingMode,
    },
    expected: transpose(source.output, NHWC),
    backward: {
      outputGradient: tensor(source.grad_output, NHWC),
      input: transpose(source.grad_input, NHWC),
      weights: transpose(source.grad_weight, HWIO),
      ...(source.grad_bias ? { bias: source.grad_bias.data } : {}),
    },
  };
});
