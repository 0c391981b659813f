import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Codec } from "../codec";
import { bool } from "./bool";
import { cells } from "./cells";
import { float } from "./float";
import { floats } from "./floats";
import { grid } from "./grid";
import { int, seed } from "./int";
import { oneOf } from "./one-of";
import { text } from "./text";

const kernel = floats({ length: [1, 1200], default: [1] });
const paint = cells({ length: [1, 64], min: -2, max: 9, default: [0] });
const board = grid({
  height: [1, 8],
  width: [1, 8],
  max: 3,
  default: { height: 1, width: 1, cells: [0] },
});
const finite = fc.float({ noNaN: true, noDefaultInfinity: true });

/** Every codec with the values it must carry and the range that it promises. */
const carried: Readonly<
  Record<string, readonly [Codec<any>, fc.Arbitrary<any>, (value: any) => boolean]>
> = {
  int: [
    int({ min: 1, max: 8, default: 3 }),
    fc.integer({ min: 1, max: 8 }),
    (v: number) => Number.isInteger(v) && v >= 1 && v <= 8,
  ],
  seed: [seed(), fc.nat(2 ** 32 - 1), (v: number) => Number.isInteger(v) && v >= 0 && v < 2 ** 32],
  float: [
    float({ min: -4, max: 4, digits: 3, default: 0 }),
    fc.double({ min: -4, max: 4, noNaN: true }),
    (v: number) => v >= -4 && v <= 4,
  ],
  bool: [bool(true), fc.boolean(), (v: unknown) => typeof v === "boolean"],
  oneOf: [
    oneOf(["valid", "same", "full"]),
    fc.constantFrom("valid", "same", "full"),
    (v: string) => ["valid", "same", "full"].includes(v),
  ],
  text: [text({ max: 12 }), fc.string({ unit: "binary" }), (v: string) => [...v].length <= 12],
  floats: [
    kernel,
    fc.array(finite, { minLength: 1, maxLength: 200 }),
    (v: number[]) => v.length > 0 && v.length <= 1200 && v.every(Number.isFinite),
  ],
  cells: [
    paint,
    fc.array(fc.integer({ min: -2, max: 9 }), { minLength: 1, maxLength: 64 }),
    (v: number[]) => v.length > 0 && v.length <= 64 && v.every((c) => c >= -2 && c <= 9),
  ],
  grid: [
    board,
    fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
      .chain(([height, width]) =>
        fc.record({
          height: fc.constant(height),
          width: fc.constant(width),
          cells: fc.array(fc.nat(3), { minLength: height * width, maxLength: height * width }),
        }),
      ),
    (v: { height: number; width: number; cells: number[] }) =>
      v.cells.length === v.height * v.width && v.cells.every((c) => c >= 0 && c <= 3),
  ],
};

describe.each(Object.entries(carried))("%s", (_, [codec, values, legal]) => {
  test("what is written is read back", () => {
    fc.assert(
      fc.property(values, (value) => {
        const back = codec.parse(codec.serialize(value));
        expect(back !== null && codec.equals(back, value)).toBe(true);
        expect(codec.exact?.(codec.serialize(value), back) ?? true).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("whatever is read is legal or nothing", () => {
    const near = values.map((value) => codec.serialize(value));
    const bent = fc.tuple(near, fc.nat(20), fc.string({ maxLength: 3 }));
    const garbage = fc.oneof(
      fc.string(),
      bent.map(([word, at, noise]) => word.slice(0, at) + noise + word.slice(at)),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(garbage, (word) => {
        const value = codec.parse(word);
        expect(value === null || legal(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("the default is its own link", () => {
    expect(codec.equals(codec.parse(codec.serialize(codec.default)), codec.default)).toBe(true);
  });
});

test("a number beyond the ends is clamped and says so", () => {
  const stride = int({ min: 1, max: 3, default: 1 });
  expect(stride.parse("9")).toBe(3);
  expect(stride.exact!("9", 3)).toBe(false);
  expect(stride.exact!("3", 3)).toBe(true);
});

test.each(["", " 1", "1 ", "+1", "0x1", "1e", "NaN", "Infinity", "1.5", "1_0", "१"])(
  "“%s” is no whole number",
  (word) => expect(int({ min: 0, max: 9, default: 0 }).parse(word)).toBeNull(),
);

test.each(["toString", "__proto__", "constructor"])("“%s” is neither on nor off", (word) => {
  expect(bool(true).parse(word)).toBeNull();
});

test("a hand-made kernel reads as its numbers", () => {
  expect(kernel.serialize([-1, 0, 1, -2, 0, 2, -1, 0, 1])).toBe("-1,0,1,-2,0,2,-1,0,1");
  expect(kernel.serialize(Array.from({ length: 9 }, () => 1 / 9))).toBe("9x0.11111111");
  expect(kernel.serialize([Math.fround(0.1), 0.25, 1e21])).toBe("0.1,0.25,1e21");
});

test("every float32 survives bit for bit, in either form", () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 1, maxLength: 400 }), (values) => {
      const word = kernel.serialize(values);
      const back = Float32Array.from(kernel.parse(word)!);
      const bits = (list: ArrayLike<number>) => [...new Int32Array(Float32Array.from(list).buffer)];
      expect(bits(back)).toEqual(bits(values));
    }),
    { numRuns: 500 },
  );
});

test("the largest bench, 8 filters of 7 × 7 × 3 random weights, fits in a link", () => {
  const weights = Array.from({ length: 1176 }, (_, i) => Math.fround(Math.sin(i * 12.9898) * 0.3));
  const word = kernel.serialize(weights);
  expect(word.length).toBeLessThan(6300);
  expect(kernel.parse(word)!.map(Math.fround)).toEqual(weights);
});

test.each(["999999x1", "1201x0", "0x1", "1,,2", "1x", "x1", "!AAA", "!====", "1e39", "!AADAfw"])(
  "“%s” is no kernel",
  (word) => expect(kernel.parse(word)).toBeNull(),
);

test("a painted picture is short", () => {
  expect(paint.serialize([...Array.from({ length: 40 }, () => -2), 7, 7])).toBe("0(40)99");
  expect(board.serialize({ height: 2, width: 3, cells: [0, 1, 0, 3, 3, 3] })).toBe("2x3-010333");
});

test("text loses what cannot be seen", () => {
  expect(text({ max: 20 }).parse("a\u202Eb\u0000c\u200B")).toBe("abc");
});
