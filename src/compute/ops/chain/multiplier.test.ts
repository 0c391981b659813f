import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { floatFormats, rounding } from "../../../core/float-format/float-format";
import type { InitLaw } from "../../../core/init/init";
import { plainMultiplier } from "./plain-multiplier";
import { weightRounding } from "./round-weights";
import { simdMultiplier } from "./simd-multiplier";

const plain = plainMultiplier();
const simd = await simdMultiplier();

const laws: readonly InitLaw[] = [
  { kind: "normal", deviation: 0.3 },
  { kind: "uniform", bound: 0.3 },
  { kind: "constant", value: 0.25 },
  { kind: "orthogonal", gain: 1.5 },
];

const cases = fc.record({
  law: fc.constantFrom(...laws),
  format: fc.constantFrom(...floatFormats),
  inputs: fc.integer({ min: 1, max: 90 }),
  outputs: fc.integer({ min: 1, max: 90 }),
  columns: fc.integer({ min: 1, max: 9 }),
  seed: fc.integer({ min: 0, max: 2 ** 40 }),
  stream: fc.nat(400),
});

function expectClose(actual: Float64Array, expected: Float64Array, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < actual.length; at++)
    if (!(Math.abs(actual[at]! - expected[at]!) <= tolerance))
      expect.fail(`number ${at} is ${actual[at]}, not ${expected[at]}`);
}

property.prop([cases], { numRuns: 200 })(
  "SIMD products are the plain ones, both ways",
  ({ law, format, inputs, outputs, columns, seed, stream }) => {
    const weights = { law, format, inputs, outputs, sequence: { seed, stream } };
    const wave = (length: number) =>
      Float64Array.from({ length }, (_, i) => Math.fround(Math.sin(i * 1.7)));
    const x = wave(inputs * columns);
    // One weight in thousands rounds to the neighbour where the two ways to draw it straddle a half.
    const slack = format.startsWith("float16") ? 2e-3 : format === "bfloat16" ? 1e-2 : 1e-6;
    const expected = plain.forward(weights, x, columns);
    expectClose(simd.forward(weights, x, columns), expected, slack * Math.sqrt(inputs));
    const g = wave(outputs * columns);
    const back = plain.backward(weights, g, columns);
    expectClose(simd.backward(weights, g, columns), back, slack * Math.sqrt(outputs));
  },
);

test("normals come from the sequence's start", () => {
  const into = new Float64Array(37);
  const expected = new Float64Array(37);
  simd.normals(into, { seed: 9, stream: 3, step: 1 });
  plain.normals(expected, { seed: 9, stream: 3, step: 1 });
  expectClose(into, expected, 2e-6);
});

test.each(["float16", "float16-flush", "bfloat16"] as const)(
  "weights are rounded to %s as numbers are",
  (format) => {
    const values = Float32Array.from({ length: 40_000 }, (_, i) => {
      const size = 2 ** (((i * 0.618) % 1) * 44 - 27);
      return i % 2 ? size : -size;
    });
    values.set([0, -0, 65504, 65519.99, 65520, 2 ** -24, 2 ** -25, 3 * 2 ** -25, 2049, 2051]);
    const expected = values.map(rounding(format));
    weightRounding(format)!(new Uint32Array(values.buffer), values);
    values.forEach((value, at) => expect(value).toBe(expected[at]));
  },
);
