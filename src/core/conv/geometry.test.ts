import { describe, expect, it } from "vitest";
import sizes from "../../../tests/golden/conv_size.json";
import { RequestError, ShapeMismatchError } from "../errors";
import { convGeometry, kernelReach, outputSize, sourceIndex } from "./geometry";

describe("outputSize", () => {
  it.each(sizes.cases)("gives the golden size of $id", (c) => {
    const size = outputSize(c.n, c.k, {
      stride: c.stride,
      padBefore: c.pad_begin,
      padAfter: c.pad_end,
      dilation: c.dilation,
    });
    expect(size).toBe(c.out);
    if (size !== null) {
      const touched = (size - 1) * c.stride + kernelReach(c.k, c.dilation);
      expect(c.n + c.pad_begin + c.pad_end - touched).toBe(c.unused_end);
    }
  });
});

const spec = { inputShape: [1, 5, 5, 2], weightShape: [3, 3, 2, 4] };

describe("convGeometry", () => {
  it("keeps the size under same padding and stride 1, for even kernels too", () => {
    for (const side of [1, 2, 3, 4, 5]) {
      const g = convGeometry({ ...spec, weightShape: [side, side, 2, 4], padding: "same" });
      expect([g.outHeight, g.outWidth]).toEqual([5, 5]);
    }
  });

  it("puts the odd cell of same padding after", () => {
    const { pad } = convGeometry({ ...spec, weightShape: [2, 4, 2, 4], padding: "same" });
    expect(pad).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
  });

  it("divides the size by the stride under same padding, rounded up", () => {
    const g = convGeometry({ ...spec, padding: "same", stride: [2, 3] });
    expect([g.outHeight, g.outWidth]).toEqual([3, 2]);
  });

  it("says which shapes do not fit", () => {
    const bad = (change: object) => () => convGeometry({ ...spec, ...change });
    expect(bad({ inputShape: [5, 5, 2] })).toThrow(ShapeMismatchError);
    expect(bad({ weightShape: [3, 3, 3, 4] })).toThrow("inChannels 2");
    expect(bad({ weightShape: [3, 3, 1, 3], groups: 2 })).toThrow("outChannels 3");
    expect(bad({ weightShape: [6, 3, 2, 4] })).toThrow("6×3 does not fit");
    expect(bad({ stride: 0 })).toThrow(RequestError);
    expect(bad({ dilation: 1.5 })).toThrow(RequestError);
    expect(bad({ padding: { top: -1, bottom: 0, left: 0, right: 0 } })).toThrow(RequestError);
  });

  it("refuses reflect padding of the whole input and circular padding of more", () => {
    const pad = (n: number) => ({ top: n, bottom: 0, left: 0, right: 0 });
    const of = (paddingMode: "reflect" | "circular", n: number) => () =>
      convGeometry({ ...spec, paddingMode, padding: pad(n) });
    expect(of("reflect", 4)).not.toThrow();
    expect(of("reflect", 5)).toThrow(RequestError);
    expect(of("circular", 5)).not.toThrow();
    expect(of("circular", 6)).toThrow(RequestError);
  });
});

describe("sourceIndex", () => {
  const around = [-2, -1, 0, 3, 4, 5];
  it.each([
    ["zero", [null, null, 0, 3, null, null]],
    ["reflect", [2, 1, 0, 3, 2, 1]],
    ["replicate", [0, 0, 0, 3, 3, 3]],
    ["circular", [2, 3, 0, 3, 0, 1]],
  ] as const)("reads past the ends of four cells by the rule of %s padding", (mode, expected) => {
    expect(around.map((position) => sourceIndex(position, 4, mode))).toEqual(expected);
  });
});
