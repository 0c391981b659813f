import { describe, expect, it } from "vitest";
import { presetKernel } from "./presets";
import { chanceOfResemblance, cosineSimilarity, nearestPreset } from "./similarity";

describe("nearestPreset", () => {
  it("finds a hand-made kernel whatever its scale, and its negative", () => {
    const sobel = presetKernel("sobel-x", 3).map((value) => 0.03 * value);
    expect(nearestPreset(sobel, 3)).toMatchObject({ id: "sobel-x" });
    expect(nearestPreset(sobel, 3)!.cosine).toBeCloseTo(1, 12);
    const negative = sobel.map((value) => -value);
    expect(nearestPreset(negative, 3)!.cosine).toBeCloseTo(-1, 12);
  });

  it("resembles nothing where there is nothing", () => {
    expect(nearestPreset(new Float32Array(9), 3)).toBeNull();
    expect(nearestPreset(new Float32Array(9).fill(NaN), 3)).toBeNull();
  });
});

it("is the cosine of the angle between two vectors", () => {
  expect(cosineSimilarity([1, 0], [1, 1])).toBeCloseTo(Math.SQRT1_2, 12);
  expect(cosineSimilarity([0, 0], [1, 1])).toBe(0);
});

it("comes about by chance: noise resembles something more often than not at 0.5, rarely at 0.95", () => {
  const [half, most, nearly] = [0.5, 0.8, 0.95].map((threshold) =>
    chanceOfResemblance(3, threshold, 1000, 1),
  ) as [number, number, number];
  expect(half).toBeGreaterThan(0.6);
  expect(most).toBeGreaterThan(0.05);
  expect(most).toBeLessThan(half);
  expect(nearly).toBeLessThan(0.05);
});
