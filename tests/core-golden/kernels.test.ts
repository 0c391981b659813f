import { expect, test } from "vitest";
import { conv2d } from "../../src/core/conv/conv2d";
import type { Pad } from "../../src/core/conv/geometry";
import { gradientAt } from "../../src/core/gradient/gradient";
import { presetKernel } from "../../src/core/kernel/presets";
import { rotateKernel180 } from "../../src/core/kernel/transform";
import { expectNumbers, goldenCases, type GoldenTensor } from "./golden";

/** One channel through one kernel. */
function filtered(
  input: GoldenTensor,
  kernel: readonly number[],
  sides: readonly number[],
  [rows, columns] = [0, 0],
) {
  const padding: Pad = { top: rows, bottom: rows, left: columns, right: columns };
  return conv2d({
    input: { shape: [1, ...input.shape, 1], data: Float32Array.from(input.data) },
    weights: { shape: [...sides, 1, 1], data: Float32Array.from(kernel) },
    padding,
  });
}

const correlations = goldenCases<{
  readonly id: string;
  readonly input: GoldenTensor;
  readonly kernel: GoldenTensor;
  readonly correlate_valid: GoldenTensor;
  readonly convolve_valid: GoldenTensor;
  readonly convolve_full: GoldenTensor;
}>("xcorr");

test.each(correlations)(
  "%s: correlating, and convolving by a half turn, as SciPy does",
  (_, one) => {
    const { shape, data } = one.kernel;
    const turned = rotateKernel180(data);
    expect(correlations).toHaveLength(12);
    expect([...filtered(one.input, data, shape).data]).toEqual(one.correlate_valid.data);
    expect([...filtered(one.input, turned, shape).data]).toEqual(one.convolve_valid.data);
    const full = [shape[0]! - 1, shape[1]! - 1] as [number, number];
    expect([...filtered(one.input, turned, shape, full).data]).toEqual(one.convolve_full.data);
  },
);

const edges = goldenCases<{
  readonly id: string;
  readonly input: GoldenTensor;
  readonly gx: GoldenTensor;
  readonly gy: GoldenTensor;
  readonly magnitude: GoldenTensor;
  readonly angle_deg: GoldenTensor;
}>("sobel");

test.each(edges)("%s: Sobel's responses, size and direction of the edge", (_, one) => {
  expect(edges).toHaveLength(12);
  const gx = filtered(one.input, presetKernel("sobel-x", 3), [3, 3]).data;
  const gy = filtered(one.input, presetKernel("sobel-y", 3), [3, 3]).data;
  expectNumbers(gx, one.gx.data, { rtol: 0 });
  expectNumbers(gy, one.gy.data, { rtol: 0 });
  gx.forEach((x, at) => {
    const { magnitude, angle } = gradientAt(x, gy[at]!);
    const degrees = ((angle ?? 0) * 180) / Math.PI;
    expectNumbers([magnitude, degrees], [one.magnitude.data[at]!, one.angle_deg.data[at]!], {
      rtol: 1e-6,
      atol: 1e-6,
    });
  });
});
