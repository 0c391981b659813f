import { expect, test } from "vitest";
import { influence, logInfluence } from "../../src/core/receptive-field/influence";
import {
  profileDeviation,
  shareOfCells,
  squareHolding,
} from "../../src/core/receptive-field/profile";
import { receptiveField } from "../../src/core/receptive-field/receptive-field";
import { expectNumbers, goldenCases } from "./golden";

interface FieldCase {
  readonly id: string;
  readonly label: string;
  readonly kernels: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly theoretical_rf: number;
  readonly sd_pixels: number;
  readonly half_width_95pct_square: number;
  readonly area_fraction_95pct: number;
  readonly center_weight_2d: number;
  readonly fraction_of_rf_above_1pct_of_centre: number;
  readonly corner_weight_log10: number;
  readonly profile_1d?: readonly number[];
}

const TOLERANCE = { rtol: 1e-9 };
const cases = goldenCases<FieldCase>("erf");

test("all twelve stacks are there", () => {
  expect(cases).toHaveLength(12);
});

test.each(cases)("%s: the bell of influence is NumPy's", (_, one) => {
  const steps = one.kernels.map((kernelSize, at) => ({
    kernelSize,
    stride: one.strides[at]!,
    dilation: one.dilations[at]!,
  }));
  const weights = influence(steps);
  expect(weights.length).toBe(one.theoretical_rf);
  expect(receptiveField(steps).size).toBe(one.theoretical_rf);
  // Profiles are printed to twelve decimals.
  if (one.profile_1d) expectNumbers(weights, one.profile_1d, { rtol: 1e-9, atol: 6e-13 });
  const side = squareHolding(weights, 0.95);
  expect(side).toBe(2 * one.half_width_95pct_square + 1);
  const centre = weights[(weights.length - 1) / 2]! ** 2;
  const logs = logInfluence(steps);
  expectNumbers(
    [
      profileDeviation(weights),
      side ** 2 / weights.length ** 2,
      centre,
      shareOfCells(weights, (weight) => weight > centre / 100),
      (2 * logs[0]!) / Math.LN10,
    ],
    [
      one.sd_pixels,
      one.area_fraction_95pct,
      one.center_weight_2d,
      one.fraction_of_rf_above_1pct_of_centre,
      one.corner_weight_log10,
    ],
    TOLERANCE,
  );
});
