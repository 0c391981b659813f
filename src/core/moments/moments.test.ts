import { describe, expect, it, test } from "vitest";
import { activationOf } from "../activation/activations";
import { activationMoments } from "./activation-moments";
import { gaussianMean } from "./gaussian-mean";
import { meanField } from "./mean-field";
import { paddedFactor, paddedShares } from "./padding-loss";
import { scaleSpread } from "./spread";

describe("gaussianMean", () => {
  test.each([
    ["z⁰", 1, () => 1],
    ["z²", 1, (z: number) => z ** 2],
    ["z⁸", 105, (z: number) => z ** 8],
    ["eᶻ", Math.exp(0.5), Math.exp],
    ["cos 5z", Math.exp(-12.5), (z: number) => Math.cos(5 * z)],
    ["a jump at 0.3", 0.38208857781104744, (z: number) => (z > 0.3 ? 1 : 0)],
    ["a corner at √2", 0.0355353271932165, (z: number) => Math.max(0, z - Math.SQRT2)],
  ] as const)("of %s is right to 13 digits", (_, expected, f) => {
    expect(Math.abs(gaussianMean(f) - expected)).toBeLessThan(2e-13 * (1 + expected));
  });

  it("does not hide a mean that is infinite or undefined", () => {
    expect(gaussianMean((z) => (z > 1 ? Infinity : 0))).toBe(Infinity);
    expect(gaussianMean((z) => Math.sqrt(z))).toBeNaN();
  });
});

describe("gains", () => {
  it("are √2 for ReLU, with everything neutral", () => {
    const { gain, chi, mapSlope, kappa } = activationMoments(activationOf("relu"));
    expect(gain).toBeCloseTo(Math.SQRT2, 12);
    expect(chi).toBeCloseTo(1, 12);
    expect(mapSlope).toBeCloseTo(1, 12);
    expect(kappa).toBeCloseTo(5, 11);
  });

  it("leave GELU and SiLU unstable and pull tanh home", () => {
    const slope = (name: "gelu" | "silu" | "tanh") =>
      activationMoments(activationOf(name)).mapSlope;
    expect(slope("gelu")).toBeCloseTo(1.144, 3);
    expect(slope("silu")).toBeCloseTo(1.173, 3);
    expect(slope("tanh")).toBeCloseTo(0.461, 3);
  });

  it("of |z| and z² are 1 and 1/√3", () => {
    expect(activationMoments(activationOf("abs")).gain).toBeCloseTo(1, 12);
    expect(activationMoments(activationOf("square")).gain).toBeCloseTo(1 / Math.sqrt(3), 12);
  });
});

test("tanh at gain 1 forgets its input and shrinks as 1/√(2l)", () => {
  const at = (inputSecondMoment: number) =>
    Math.sqrt(
      meanField(activationOf("tanh"), { weightScale: 1, depth: 100, inputSecondMoment }).at(-1)!
        .second,
    );
  expect(at(1)).toBeCloseTo(0.0712, 4);
  expect(at(100)).toBeCloseTo(0.0712, 3);
});

describe("scaleSpread", () => {
  test.each([
    ["identity", 1, 2],
    ["relu", 2, 5],
  ] as const)("for %s is the closed form", (name, weightScale, kappa) => {
    const depth = 100;
    const width = 512;
    const last = scaleSpread(activationOf(name), { weightScale, width, depth }).at(-1)!;
    expect(last.mean).toBeCloseTo((-depth * kappa) / (4 * width), 8);
    expect(last.deviation).toBeCloseTo(0.5 * Math.sqrt((depth * kappa) / width), 8);
  });

  it("for tanh at gain 1 is ½√(2L/3n)", () => {
    const options = { weightScale: 1, width: 512, depth: 100 };
    const last = scaleSpread(activationOf("tanh"), options).at(-1)!;
    expect(last.deviation).toBeCloseTo(0.5 * Math.sqrt(200 / (3 * 512)), 2);
  });
});

describe("zero padding", () => {
  test.each([
    [7, 0.819, 0.9011],
    [14, 0.907, 0.9711],
    [28, 0.953, 0.9922],
  ])("on %s×%s maps takes part of the mean square", (size, first, factor) => {
    expect(paddedShares(size, 3, 1)[1]).toBeCloseTo(first, 3);
    expect(paddedShares(size, 3, 1)[1]).toBeCloseTo(((3 * size - 2) / (3 * size)) ** 2, 12);
    expect(paddedFactor(size, 3)).toBeCloseTo(factor, 4);
    const exact = ((1 + 2 * Math.cos(Math.PI / (size + 1))) / 3) ** 2;
    expect(paddedFactor(size, 3)).toBeCloseTo(exact, 10);
  });

  it("leaves 0.036 of it after 30 layers on 7×7", () => {
    expect(paddedShares(7, 3, 30)[30]).toBeCloseTo(0.036, 3);
  });
});
