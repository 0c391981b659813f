import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Block } from "../../src/core/numbers";

/** A block of the golden files, in their own layout. */
export interface GoldenTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

export interface Tolerance {
  readonly rtol: number;
  readonly atol?: number;
}

/** Every case of one golden file, with its name for `test.each`. */
export function goldenCases<T extends { readonly id: string }>(
  name: string,
): readonly (readonly [string, T])[] {
  const { cases } = JSON.parse(readFileSync(`tests/golden/${name}.json`, "utf8")) as {
    cases: readonly T[];
  };
  return cases.map((one) => [one.id, one] as const);
}

/** Checks numbers one by one; the message names the first that is off. */
export function expectNumbers(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { rtol, atol = 0 }: Tolerance,
): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < expected.length; at++) {
    const difference = Math.abs(actual[at]! - expected[at]!);
    if (!(difference <= atol + rtol * Math.abs(expected[at]!)))
      expect.fail(`number ${at} is ${actual[at]}, not ${expected[at]}`);
  }
}

/** Checks a block's shape and numbers; tolerance 0 means the very same numbers. */
export function expectBlock(actual: Block, expected: Block, tolerance: Tolerance): void {
  expect([...actual.shape]).toEqual([...expected.shape]);
  expectNumbers(actual.data, expected.data, tolerance);
}

/** A golden block with its axes put in another order, in float64. */
export function permuted(
  { shape, data }: GoldenTensor,
  order: readonly number[],
): Block<Float64Array> {
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const target = order.map((axis) => shape[axis]!);
  const result = new Float64Array(data.length);
  const index = target.map(() => 0);
  for (let at = 0; at < result.length; at++) {
    result[at] = data[order.reduce((sum, axis, place) => sum + index[place]! * steps[axis]!, 0)]!;
    for (let axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis]! < target[axis]!) break;
      index[axis] = 0;
    }
  }
  return { shape: target, data: result };
}

/** `[batch, channels, height, width]` to `[batch, height, width, channels]`. */
export const nhwc = (tensor: GoldenTensor) => permuted(tensor, [0, 2, 3, 1]);

/** `[outChannels, inChannels, height, width]` to `[height, width, inChannels, outChannels]`. */
export const hwio = (tensor: GoldenTensor) => permuted(tensor, [2, 3, 1, 0]);

/** As it is, in float64. */
export const plain = ({ shape, data }: GoldenTensor): Block<Float64Array> => ({
  shape,
  data: Float64Array.from(data),
});

/** Rounded to float32. */
export const narrow = ({ shape, data }: Block): Block<Float32Array> => ({
  shape,
  data: Float32Array.from(data),
});
