import { describe, expect, it } from "vitest";
import { channelProgress } from "./running-sum";
import type { SumChannel } from "./sum-line";

function channel(name: string, products: readonly number[], sum: number): SumChannel {
  return { name, sum, terms: products.map((product) => ({ value: product, weight: 1, product })) };
}

const channels = [channel("red", [1, 2, 3], 6), channel("green", [10, 20], 30)];

describe("channel progress", () => {
  it("terms are added through the channels in order", () => {
    expect(channelProgress(channels, 4)).toEqual([
      { start: 0, added: 3, sum: 6 },
      { start: 3, added: 1, sum: 10 },
    ]);
  });

  it("before the first term every sum is 0", () => {
    expect(channelProgress(channels, 0).map(({ added, sum }) => [added, sum])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it("a finished channel shows the sum the engine gave", () => {
    const given = [channel("red", [0.1, 0.2], 0.30000001192092896)];
    expect(channelProgress(given, 99)[0]?.sum).toBe(0.30000001192092896);
  });

  it("an unfinished sum is rounded to 32 bits", () => {
    const given = [channel("red", [0.1, 0.2, 0.3], 0.6)];
    expect(channelProgress(given, 2)[0]?.sum).toBe(Math.fround(Math.fround(0.1) + 0.2));
  });
});
