import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { filtersCodec } from "./filters-codec";
import { anyFilters } from "./filters.arbitrary";
import type { Filter } from "./filter";

const preset = (kernel: string, bias = 0): Filter => ({ kernel, bias });

describe("filters in a link", () => {
  const codec = filtersCodec([]);

  test.prop([anyFilters])("come back as they went", (given) => {
    const legal = given.map((filter) => ({ ...filter, kernel: filter.kernel }));
    const back = codec.parse(codec.serialize(legal));
    expect(back).toEqual(legal);
    expect(codec.equals(back!, legal)).toBe(true);
  });

  test.prop([fc.string()])("garbage is refused without a word", (text) => {
    const read = codec.parse(text);
    if (read !== null) expect(codec.parse(codec.serialize(read))).toEqual(read);
  });

  it("are short and readable", () => {
    expect(codec.serialize([preset("sobel-x"), preset("box", -0.5)])).toBe("sobel-x box'-0.5");
    expect(codec.serialize([{ kernel: [0.1, -2, 3e38, 0].map(Math.fround), bias: 0 }])).toBe(
      "0.1,-2,3e38,0",
    );
  });

  it("eight filters of 7 × 7 × 3 long numbers stay below 8 kB", () => {
    const long = Array.from({ length: 147 }, (_, at) => Math.fround(Math.sin(at + 1) / 7));
    const text = codec.serialize(
      Array.from({ length: 8 }, () => ({ kernel: long, bias: long[3]! })),
    );
    expect(text.length).toBeLessThan(7000);
    expect(codec.parse(text)![7]!.kernel).toEqual(long);
  });

  it("numbers beyond 32 bits, wrong counts and unknown names are refused", () => {
    for (const text of ["1e39", "1,2", "sobel", "box'x", "", "!AAA", "box'1'2", "nan", "Infinity"])
      expect(codec.parse(text)).toBeNull();
  });
});
