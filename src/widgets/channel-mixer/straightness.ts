import { conv2d } from "../../core/conv/conv2d";
import type { Desk } from "./mixing";

export interface Straightness {
  /** f(x) and f(y), `10 × 10`. */
  readonly fx: Float32Array;
  readonly fy: Float32Array;
  /** f(a·x + b·y), and so on of the same size. */
  readonly together: Float32Array;
  /** a·f(x) + b·f(y) */
  readonly apart: Float32Array;
  readonly difference: Float32Array;
  /** Largest magnitude of the difference. */
  readonly largest: number;
}

/** Puts the mixing filter to the test, its bias left out, with or without a ReLU after it. */
export function straightness(desk: Desk, a: number, b: number, relu: boolean): Straightness {
  const f = (data: Float32Array) =>
    conv2d({
      input: { shape: desk.x.shape, data },
      weights: desk.weights,
      activation: relu ? "relu" : "identity",
    }).data;
  const combined = (x: Float32Array, y: Float32Array) =>
    Float32Array.from(x, (value, at) => a * value + b * y[at]!);
  const together = f(combined(desk.x.data, desk.y.data));
  const [fx, fy] = [f(desk.x.data), f(desk.y.data)];
  const apart = combined(fx, fy);
  const difference = together.map((value, at) => value - apart[at]!);
  const largest = difference.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { fx, fy, together, apart, difference, largest };
}

/** Above this it is not rounding: sums of 200 products in 32 bits. */
export const ROUNDING = 1e-5;
