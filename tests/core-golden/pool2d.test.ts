import { expect, test } from "vitest";
import {
  adaptiveAveragePool,
  adaptiveAveragePoolBackward,
} from "../../src/core/pool/adaptive-average";
import { averagePool, averagePoolBackward } from "../../src/core/pool/average-pool";
import type { Block } from "../../src/core/numbers";
import { maxPool, maxPoolBackward } from "../../src/core/pool/max-pool";
import { expectBlock, goldenCases, nhwc, type GoldenTensor } from "./golden";

interface PoolCase {
  readonly id: string;
  readonly kind: "max" | "avg" | "adaptive_avg";
  readonly input: GoldenTensor;
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly ceil_mode: boolean;
  readonly count_include_pad: boolean;
  readonly output_size: readonly [number, number];
  readonly indices?: GoldenTensor;
  readonly output: GoldenTensor;
  readonly grad_output: GoldenTensor;
  readonly grad_input: GoldenTensor;
}

const TOLERANCE = { rtol: 1e-6, atol: 1e-7 };

/** Index into one plane of the input, as PyTorch counts. */
function planeIndices(winners: Int32Array, input: Block, output: Block): Block {
  const plane = input.shape[1]! * input.shape[2]!;
  const data = Float64Array.from(winners, (winner) => Math.floor(winner / input.shape[3]!) % plane);
  return { shape: output.shape, data };
}

const cases = goldenCases<PoolCase>("pool2d");

test("all thirty poolings are there", () => {
  expect(cases).toHaveLength(30);
});

test.each(cases)("%s and its gradient agree with PyTorch", (_, one) => {
  const input = nhwc(one.input);
  const upstream = nhwc(one.grad_output);
  if (one.kind === "adaptive_avg") {
    expectBlock(adaptiveAveragePool(input, one.output_size), nhwc(one.output), TOLERANCE);
    const gradient = adaptiveAveragePoolBackward(input.shape, one.output_size, upstream);
    expectBlock(gradient, nhwc(one.grad_input), TOLERANCE);
    return;
  }
  const [vertical, horizontal] = one.padding;
  const spec = {
    size: one.kernel,
    stride: one.stride,
    padding: { top: vertical, bottom: vertical, left: horizontal, right: horizontal },
    ceil: one.ceil_mode,
  };
  if (one.kind === "avg") {
    const average = { ...spec, countPadding: one.count_include_pad };
    expectBlock(averagePool(input, average), nhwc(one.output), TOLERANCE);
    const gradient = averagePoolBackward(input.shape, average, upstream);
    expectBlock(gradient, nhwc(one.grad_input), TOLERANCE);
    return;
  }
  const pooled = maxPool(input, { ...spec, dilation: one.dilation });
  expectBlock(pooled.output, nhwc(one.output), TOLERANCE);
  expectBlock(planeIndices(pooled.winners, input, pooled.output), nhwc(one.indices!), {
    rtol: 0,
  });
  expectBlock(maxPoolBackward(input.shape, pooled, upstream), nhwc(one.grad_input), TOLERANCE);
});
