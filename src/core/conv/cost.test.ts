import { expect, it } from "vitest";
import { convCost } from "./cost";
import { convGeometry } from "./geometry";

const costOf = (weightShape: readonly number[], groups = 1, hasBias = true) =>
  convCost(
    convGeometry({ inputShape: [2, 28, 28, 6], weightShape, groups, padding: "same" }),
    hasBias,
  );

it("counts a 5×5 layer from 6 to 16 channels", () => {
  expect(costOf([5, 5, 6, 16])).toEqual({
    weights: 2400,
    parameters: 2416,
    macs: 2400 * 28 * 28,
  });
});

it("counts no biases where there are none", () => {
  expect(costOf([5, 5, 6, 16], 1, false).parameters).toBe(2400);
});

it("divides by the groups", () => {
  expect(costOf([5, 5, 2, 15], 3).weights).toBe(costOf([5, 5, 6, 15]).weights / 3);
});
