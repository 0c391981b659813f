import { describe, expect, test } from "vitest";
import { conv2dBackward } from "../../src/core/conv/conv2d-backward";
import { correlate } from "../../src/core/conv/correlate";
import type { PaddingMode } from "../../src/core/conv/geometry";
import type { Block } from "../../src/core/numbers";
import { expectBlock, goldenCases, hwio, narrow, nhwc, plain, type GoldenTensor } from "./golden";

interface ConvCase {
  readonly id: string;
  readonly exact: boolean;
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
  readonly padding: readonly [number, number, number, number];
  readonly padding_mode: "zeros" | "reflect" | "replicate" | "circular";
  readonly input: GoldenTensor;
  readonly weight: GoldenTensor;
  readonly bias: GoldenTensor | null;
  readonly output: GoldenTensor;
  readonly grad_output: GoldenTensor;
  readonly grad_input: GoldenTensor;
  readonly grad_weight: GoldenTensor;
  readonly grad_bias: GoldenTensor | null;
}

const FLOAT = { rtol: 1e-5, atol: 1e-5 };
const EXACT = { rtol: 0, atol: 0 };

const specOf = (one: ConvCase) => {
  const [top, bottom, left, right] = one.padding;
  const mode: PaddingMode = one.padding_mode === "zeros" ? "zero" : one.padding_mode;
  return {
    stride: one.stride,
    dilation: one.dilation,
    groups: one.groups,
    padding: { top, bottom, left, right },
    paddingMode: mode,
  };
};

const cases = goldenCases<ConvCase>("conv2d");

test("all sixty convolutions are there", () => {
  expect(cases).toHaveLength(60);
});

const widths: readonly [string, (block: Block) => Block][] = [
  ["float32", narrow],
  ["float64", (block) => block],
];

describe.each(widths)("in %s", (_, width) => {
  const layer = (one: ConvCase) => ({
    ...specOf(one),
    input: width(narrowed(nhwc(one.input))),
    weights: width(narrowed(hwio(one.weight))),
  });

  test.each(cases)("gradients of %s agree with autograd", (_, one) => {
    const tolerance = one.exact ? EXACT : FLOAT;
    const gradients = conv2dBackward({
      ...layer(one),
      outputGradient: width(narrowed(nhwc(one.grad_output))),
    });
    expectBlock(gradients.input, nhwc(one.grad_input), tolerance);
    expectBlock(gradients.weights, hwio(one.grad_weight), tolerance);
    if (one.grad_bias) expectBlock(gradients.bias, plain(one.grad_bias), tolerance);
  });

  test.each(cases)("the result of %s agrees with PyTorch", (_, one) => {
    const bias = one.bias && { bias: width(narrowed(plain(one.bias))) };
    const output = correlate({ ...layer(one), ...bias });
    expectBlock(output, nhwc(one.output), one.exact ? EXACT : FLOAT);
  });
});

/** What the golden file asks for: every given number rounded to float32 first. */
function narrowed(block: Block<Float64Array>): Block<Float64Array> {
  return { shape: block.shape, data: block.data.map(Math.fround) };
}
