import { expect, test } from "vitest";
import { activationNames, activationOf } from "../../../core/activation/activations";
import { elementwise } from "./elementwise";

const z = Float64Array.of(-Infinity, -30, -1, -1e-40, -0, 0, 1e-40, 0.5, 3, 30, Infinity, NaN);

test.each(activationNames)("%s over a block is %s of each number", (name) => {
  const values = new Float64Array(z.length);
  const slopes = new Float64Array(z.length);
  elementwise(name)(z, values, slopes);
  const { value, derivative } = activationOf(name);
  z.forEach((number, at) => {
    // Both zeros are one number to everything that follows.
    expect(values[at]! + 0).toBe(value(number) + 0);
    expect(slopes[at]! + 0).toBe(derivative(number) + 0);
  });
});
