import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { labelledSet } from "./digit-set";
import { IdxError, parseIdx } from "./idx";
import { writeIdx } from "./write-idx";

const images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255];
const labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 9];
const parse = (bytes: readonly number[]) => parseIdx(Uint8Array.from(bytes));

function faultOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(IdxError);
    expect((error as IdxError).message).toMatch(/^[A-Z].*\.$/);
    return (error as IdxError).code;
  }
  return "none";
}

describe("parseIdx", () => {
  it("reads pictures, magic 2051", () => {
    const file = parse(images);
    expect(file.shape).toEqual([2, 1, 3]);
    expect([...file.data]).toEqual([0, 51, 102, 153, 204, 255]);
  });

  it("reads labels, magic 2049", () => {
    const file = parse(labels);
    expect(file.shape).toEqual([2]);
    expect([...file.data]).toEqual([7, 9]);
  });

  it("reads a file that lies in the middle of a buffer", () => {
    const buffer = Uint8Array.from([1, 2, 3, ...labels, 4]);
    expect([...parseIdx(buffer.subarray(3, 3 + labels.length)).data]).toEqual([7, 9]);
  });

  it("reads lengths big-endian", () => {
    const file = parse([0, 0, 8, 1, 0, 0, 1, 2, ...Array.from({ length: 258 }, () => 5)]);
    expect(file.shape).toEqual([258]);
  });

  it.each([
    ["gzip", [0x1f, 0x8b, 8, 0]],
    ["short", []],
    ["short", [0, 0, 8]],
    ["magic", [0x89, 0x50, 0x4e, 0x47]],
    ["magic", [1, 8, 0, 0, 2, 0, 0, 0]],
    ["type", [0, 0, 0x0d, 1, 0, 0, 0, 0]],
    ["size", [0, 0, 8, 0]],
    ["short", [0, 0, 8, 3, 0, 0, 0, 2]],
    ["short", images.slice(0, -1)],
    ["long", [...images, 0]],
    ["size", [0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255]],
  ])("names the fault %s of %j", (code, bytes) => {
    expect(faultOf(() => parse(bytes))).toBe(code);
  });

  test.prop([fc.uint8Array({ maxLength: 40 }), fc.boolean()])(
    "gives numbers or an IdxError for any bytes",
    (bytes, likely) => {
      if (likely) bytes.set([0, 0, 8].slice(0, bytes.length));
      try {
        const { shape, data } = parseIdx(bytes);
        expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
      } catch (error) {
        expect(error).toBeInstanceOf(IdxError);
      }
    },
  );
});

describe("writeIdx", () => {
  it("writes the very bytes that were read", () => {
    for (const bytes of [images, labels]) {
      const { shape, data } = parse(bytes);
      expect([...writeIdx(shape, data)]).toEqual(bytes);
    }
  });
});

describe("labelledSet", () => {
  it("puts pictures between 0 and 1 beside their labels", () => {
    const set = labelledSet(parse(images), parse(labels));
    expect(set.images.shape).toEqual([2, 1, 3, 1]);
    expect([...set.images.data]).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1].map(Math.fround));
    expect([...set.labels]).toEqual([7, 9]);
  });

  it("refuses exchanged files, other counts and labels that are no digits", () => {
    const one = [0, 0, 8, 1, 0, 0, 0, 1, 7];
    expect(faultOf(() => labelledSet(parse(labels), parse(images)))).toBe("magic");
    expect(faultOf(() => labelledSet(parse(images), parse(images)))).toBe("magic");
    expect(faultOf(() => labelledSet(parse(images), parse(one)))).toBe("count");
    expect(faultOf(() => labelledSet(parse(images), parse([...labels.slice(0, -1), 10])))).toBe(
      "label",
    );
  });
});
