import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { convCases } from "../../../tests/golden/conv-cases";
import xcorr from "../../../tests/golden/xcorr.json";
import { ShapeMismatchError } from "../errors";
import { rotateKernel180 } from "../kernel/transform";
import type { Tensor } from "../tensor";
import { conv2d, conv2dPartials, filterMap, geometryOf, relu } from "./conv2d";

const grid = ({ shape, data }: { shape: readonly number[]; data: readonly number[] }): Tensor => ({
  shape: [1, shape[0]!, shape[1]!, 1],
  data: Float32Array.from(data),
});
const kernelOf = (side: readonly number[], data: readonly number[]): Tensor => ({
  shape: [side[0]!, side[1]!, 1, 1],
  data: Float32Array.from(data),
});

describe("golden convolutions", () => {
  it.each(convCases)("$id", ({ spec, exact, expected }) => {
    const { data } = conv2d(spec);
    if (exact) expect([...data]).toEqual(expected);
    else
      data.forEach((value, at) =>
        expect(Math.abs(value - expected[at]!)).toBeLessThanOrEqual(
          1e-5 * (1 + Math.abs(expected[at]!)),
        ),
      );
  });

  it.each(xcorr.cases)("correlates and convolves as SciPy does: $id", (c) => {
    const input = grid(c.input);
    const { shape, data } = c.kernel;
    expect([...conv2d({ input, weights: kernelOf(shape, data) }).data]).toEqual(
      c.correlate_valid.data,
    );
    const rotated = kernelOf(shape, rotateKernel180(data));
    expect([...conv2d({ input, weights: rotated }).data]).toEqual(c.convolve_valid.data);
    const [kh = 1, kw = 1] = shape;
    const full = { top: kh - 1, bottom: kh - 1, left: kw - 1, right: kw - 1 };
    const wide = conv2d({ input, weights: rotated, padding: full });
    expect(wide.shape).toEqual([1, ...c.convolve_full.shape, 1]);
    expect([...wide.data]).toEqual(c.convolve_full.data);
  });
});

const numbers = (count: number) =>
  fc.array(fc.integer({ min: -8, max: 8 }), { minLength: count, maxLength: count });

describe("conv2d", () => {
  property.prop([numbers(7 * 9 * 3), numbers(3 * 3 * 3 * 2), fc.nat(1)])(
    "is the sum of its partial maps",
    (x, w, outChannel) => {
      const args = {
        input: { shape: [1, 7, 9, 3], data: Float32Array.from(x) },
        weights: { shape: [3, 3, 3, 2], data: Float32Array.from(w) },
        padding: "same" as const,
      };
      const whole = conv2d(args);
      const partials = conv2dPartials(args, outChannel);
      const sum = filterMap(args, geometryOf(args), { outChannel });
      for (let at = 0; at < 63; at++) {
        const added =
          partials.data[at * 3]! + partials.data[at * 3 + 1]! + partials.data[at * 3 + 2]!;
        expect(added).toBe(whole.data[at * 2 + outChannel]);
        expect(sum[at]).toBe(added);
      }
    },
  );

  property.prop([numbers(36), numbers(9)])(
    "moves with its input under circular padding",
    (x, w) => {
      const weights = kernelOf([3, 3], w);
      const moved = Array.from(
        { length: 36 },
        (_, at) => x[Math.floor(at / 6) * 6 + ((at + 5) % 6)]!,
      );
      const run = (data: readonly number[]) => [
        ...conv2d({
          input: grid({ shape: [6, 6], data }),
          weights,
          padding: "same",
          paddingMode: "circular",
        }).data,
      ];
      const still = run(x);
      expect(run(moved)).toEqual(
        Array.from({ length: 36 }, (_, at) => still[Math.floor(at / 6) * 6 + ((at + 5) % 6)]!),
      );
    },
  );

  it("adds nothing for a tap on zero padding, whatever the weight", () => {
    const input = grid({ shape: [2, 2], data: [1, 2, 3, 4] });
    const weights = kernelOf([2, 2], [Infinity, 1, 1, 1]);
    const padding = { top: 1, bottom: 0, left: 0, right: 0 };
    expect([...conv2d({ input, weights, padding }).data]).toEqual([3, Infinity]);
  });

  it("multiplies zero and infinity to NaN everywhere else", () => {
    const input = grid({ shape: [1, 1], data: [0] });
    expect(conv2d({ input, weights: kernelOf([1, 1], [Infinity]) }).data[0]).toBeNaN();
  });

  it("adds the bias before the ReLU", () => {
    const input = grid({ shape: [1, 3], data: [-3, 0, 3] });
    const weights = kernelOf([1, 1], [1]);
    expect([...conv2d({ input, weights, bias: [1], activation: "relu" }).data]).toEqual([0, 1, 4]);
  });

  it("rounds to float32 once, at the end", () => {
    const input = grid({ shape: [1, 3], data: [1, 2 ** -24, 2 ** -24] });
    expect(conv2d({ input, weights: kernelOf([1, 3], [1, 1, 1]) }).data[0]).toBe(1 + 2 ** -23);
  });

  it("refuses a bias of another length, data of another length, and channels that are not there", () => {
    const input = grid({ shape: [1, 1], data: [1] });
    const weights = kernelOf([1, 1], [1]);
    expect(() => conv2d({ input, weights, bias: [1, 2] })).toThrow(ShapeMismatchError);
    expect(() => conv2d({ input: { ...input, shape: [1, 2, 2, 1] }, weights })).toThrow(
      "needs 4 numbers, got 1",
    );
    expect(() => conv2dPartials({ input, weights }, 1)).toThrow(ShapeMismatchError);
  });
});

describe("relu", () => {
  it("lets NaN through and stops minus infinity", () => {
    expect(relu(NaN)).toBeNaN();
    expect(relu(-Infinity)).toBe(0);
    expect(relu(Infinity)).toBe(Infinity);
  });
});
