import { fc } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { parseNumber } from "./parse-number";

test.each([
  ["0.5", 0.5],
  [" -2 ", -2],
  ["−2", -2],
  ["1,5", 1.5],
  [".25", 0.25],
  ["3.", 3],
  ["1e-3", 0.001],
  ["1/9", 1 / 9],
  ["-0", 0],
])("“%s” is %d", (text, value) => {
  expect(parseNumber(text)).toEqual({ ok: true, value });
});

test.each(["", "abc", "1e999", "Infinity", "NaN", "0x10", "1/0", "1/2/3", "--1", "1 2", "1e39"])(
  "“%s” gets one sentence",
  (text) => {
    const parsed = parseNumber(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.reason).toMatch(/^[^.]+.*\.$/);
  },
);

test("whatever is typed, the answer is a finite float32 or a reason", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
      const parsed = parseNumber(text);
      if (parsed.ok) expect(Number.isFinite(Math.fround(parsed.value))).toBe(true);
      else expect(parsed.reason.length).toBeLessThan(90);
    }),
    { numRuns: 2000 },
  );
});
