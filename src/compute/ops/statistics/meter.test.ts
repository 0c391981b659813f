import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { summary } from "../../../core/statistics/summary";
import type { LayerMeasures } from "./meter";
import { plainMeter } from "./plain-meter";
import { simdMeter } from "./simd-meter";

const plain = plainMeter();
const simd = await simdMeter();

const NORMAL = 2 ** -126;

function expectSame(actual: LayerMeasures, expected: LayerMeasures): void {
  for (const name of Object.keys(expected) as (keyof LayerMeasures)[]) {
    const [a, b] = [actual[name], expected[name]];
    const same = Object.is(a, b) || Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));
    if (!same) expect.fail(`${name} is ${a}, not ${b}`);
  }
}

const number = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  fc.constantFrom(0, -0, 1e-40, -1e-45, 3e38, NORMAL),
);
const odd = fc.oneof({ weight: 30, arbitrary: number }, fc.constantFrom(Infinity, -Infinity, NaN));
const layers = fc.record({
  units: fc.integer({ min: 1, max: 40 }),
  columns: fc.integer({ min: 1, max: 3 }),
  numbers: fc.array(odd, { minLength: 120, maxLength: 120 }),
  slopes: fc.array(fc.constantFrom(0, 0.005, -0.005, 0.01, 1, -1), {
    minLength: 120,
    maxLength: 120,
  }),
});

property.prop([layers], { numRuns: 300 })(
  "SIMD measures are the plain ones",
  ({ units, columns, numbers, slopes }) => {
    const x = Float64Array.from(numbers.slice(0, units * columns));
    const s = Float64Array.from(slopes.slice(0, units * columns));
    expectSame(simd.measure(x, s, columns, NORMAL), plain.measure(x, s, columns, NORMAL));
  },
);

test.each([1, 1e38, 1e-44, 1e300, 1e-300])("moments of numbers around %s are core's", (scale) => {
  const x = Float64Array.from({ length: 501 }, (_, i) => scale * (Math.sin(i * 1.7) + 0.3));
  const { logRms, mean, deviation } = summary(x, NORMAL);
  for (const meter of [plain, simd]) {
    const measures = meter.measure(x, x, 1, NORMAL);
    expect(measures.logRms).toBeCloseTo(logRms, 10);
    expect(measures.mean / mean).toBeCloseTo(1, 10);
    expect(measures.deviation / deviation).toBeCloseTo(1, 10);
  }
});

test("a unit is dead when it gives 0 on no slope in every column", () => {
  const x = Float64Array.of(0, 0, 0, 1, 0, 0);
  const slopes = Float64Array.of(0, 0, 0, 0, 0, 1);
  for (const meter of [plain, simd]) {
    expect(meter.measure(x, slopes, 2, NORMAL).dead).toBeCloseTo(1 / 3, 15);
    expect(meter.measure(x, slopes, 1, NORMAL).dead).toBeCloseTo(4 / 6, 15);
    expect(meter.measure(x, slopes, 1, NORMAL).saturated).toBeCloseTo(5 / 6, 15);
  }
});

test("a layer of one number at many places has no deviation", () => {
  const x = new Float64Array(512).fill(0.1);
  for (const meter of [plain, simd])
    expect(meter.measure(x, x, 1, NORMAL).deviation).toBeLessThan(1e-15);
});
