import { fc } from "@fast-check/vitest";
import { convGeometry } from "../../../core/conv/geometry";
import type { PaddingMode, Tensor } from "../../types";

export function tensor(shape: readonly number[], value: (index: number) => number): Tensor {
  const count = shape.reduce((product, length) => product * length, 1);
  return { shape, data: Float32Array.from({ length: count }, (_, index) => value(index)) };
}

/** Numbers in [−2, 2] without a pattern that a wrong index would repeat. */
export const wave = (seed: number) => (index: number) =>
  Math.sin(index * 12.9898 + seed * 78.233) * 2;

const pair = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }));

/** Any convolution with an output: its input, weights, way of stepping and padding, and a seed. */
export const anyConvolution = fc
  .record({
    batch: fc.integer({ min: 1, max: 2 }),
    sides: pair(13),
    groups: fc.integer({ min: 1, max: 3 }),
    groupIn: fc.integer({ min: 1, max: 6 }),
    groupOut: fc.integer({ min: 1, max: 6 }),
    kernel: pair(5),
    stride: pair(3),
    dilation: pair(3),
    padding: fc.record({ top: fc.nat(4), bottom: fc.nat(4), left: fc.nat(4), right: fc.nat(4) }),
    paddingMode: fc.constantFrom<PaddingMode>("zero", "reflect", "replicate", "circular"),
    seed: fc.nat(1000),
  })
  .map(({ batch, sides, groups, groupIn, groupOut, kernel, seed, ...rest }) => {
    const input = tensor([batch, ...sides, groups * groupIn], wave(seed));
    const weights = tensor([...kernel, groupIn, groups * groupOut], wave(seed + 1));
    const spec = { ...rest, groups, input, weights };
    try {
      const geometry = convGeometry({
        ...spec,
        inputShape: input.shape,
        weightShape: weights.shape,
      });
      return { spec, geometry, seed };
    } catch {
      return null;
    }
  })
  .filter((convolution) => convolution !== null);
