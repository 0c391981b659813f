import { describe, expect, it } from "vitest";
import { normals } from "../random/fill";
import { summary } from "../statistics/summary";
import { meanLength, productTrialLaw, type TrialActivation } from "./product-trial";

describe("the mean length of a normal vector", () => {
  it("is √(2/π) for one number and √(π/2) for two", () => {
    expect(meanLength(1)).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
    expect(meanLength(2)).toBeCloseTo(Math.sqrt(Math.PI / 2), 14);
  });

  it("is √n·(1 − 1/4n) for large n", () => {
    for (const width of [511, 512, 1024])
      expect(meanLength(width)).toBeCloseTo(Math.sqrt(width) * (1 - 1 / (4 * width)), 4);
  });
});

describe("ten thousand trials of width 512", () => {
  const law = productTrialLaw(512, "relu");

  it("have mean 9.0226, rms 16 and standard deviation 13.21", () => {
    expect(law.mean.toFixed(4)).toBe("9.0226");
    expect(law.secondMoment).toBe(256);
    expect(law.deviation.toFixed(2)).toBe("13.21");
  });

  it("scatter by 0.0065 around that mean and by 0.0094 around that rms", () => {
    expect(law.meanScatter / 100).toBeCloseTo(0.0065, 4);
    expect(law.secondMomentScatter / 100 / (2 * 16)).toBeCloseTo(0.0094, 4);
  });

  it("without an activation have mean 0, so that rms and deviation are the same", () => {
    const plain = productTrialLaw(512, "identity");
    expect(plain.mean).toBe(0);
    expect(plain.deviation).toBe(Math.sqrt(plain.secondMoment));
  });
});

// Every weight drawn and multiplied: nothing here knows the law.
describe.each<[number, TrialActivation]>([
  [1, "relu"],
  [2, "relu"],
  [9, "relu"],
  [8, "identity"],
])("literal trials of width %d with %s", (width, activation) => {
  const trials = 4000;
  const law = productTrialLaw(width, activation);
  const results = Array.from({ length: trials }, (_, seed) => {
    const x = normals(width, { seed });
    const w = normals(width * width, { seed, stream: 1 });
    const y = x.map((_value, row) => {
      const z = x.reduce((sum, value, at) => sum + w[row * width + at]! * value, 0);
      return activation === "relu" ? Math.max(0, z) : z;
    });
    return {
      mean: y.reduce((sum, value) => sum + value, 0) / width,
      square: y.reduce((sum, value) => sum + value * value, 0) / width,
    };
  });
  const means = summary(results.map(({ mean }) => mean));
  const squares = summary(results.map(({ square }) => square));

  it("agree in mean and second moment", () => {
    const room = 4 / Math.sqrt(trials);
    expect(Math.abs(means.mean - law.mean)).toBeLessThan(room * law.meanScatter);
    expect(Math.abs(squares.mean - law.secondMoment)).toBeLessThan(room * law.secondMomentScatter);
  });

  it("scatter as the law says", () => {
    expect(means.deviation / law.meanScatter).toBeCloseTo(1, 1);
    // Squares of products have heavy tails, most of all where few are averaged.
    expect(squares.deviation / law.secondMomentScatter).toBeGreaterThan(0.75);
    expect(squares.deviation / law.secondMomentScatter).toBeLessThan(1.3);
  });
});
