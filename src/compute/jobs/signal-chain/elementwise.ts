import type { ActivationSpec } from "../../../core/activation/activation";
import { activationOf } from "../../../core/activation/activations";

/** Writes f(z) and f′(z) for a whole block. */
export type Elementwise = (z: Float64Array, values: Float64Array, slopes: Float64Array) => void;

/**
 * An activation over blocks. The commonest have loops of their own: one branch a number at most, and
 * slopes made from values.
 */
export function elementwise(spec: ActivationSpec): Elementwise {
  switch (spec) {
    case "identity":
      return (z, values, slopes) => {
        values.set(z);
        for (let at = 0; at < z.length; at++) slopes[at] = Number.isNaN(z[at]!) ? Number.NaN : 1;
      };
    case "relu":
      return (z, values, slopes) => {
        for (let at = 0; at < z.length; at++) {
          const number = z[at]!;
          if (number > 0) {
            values[at] = number;
            slopes[at] = 1;
          } else {
            // 0, and NaN for NaN.
            values[at] = slopes[at] = number <= 0 ? 0 : Number.NaN;
          }
        }
      };
    case "tanh":
      return (z, values, slopes) => {
        for (let at = 0; at < z.length; at++) {
          const value = Math.tanh(z[at]!);
          values[at] = value;
          slopes[at] = 1 - value * value;
        }
      };
    default: {
      const { value, derivative } = activationOf(spec);
      return (z, values, slopes) => {
        for (let at = 0; at < z.length; at++) values[at] = value(z[at]!);
        for (let at = 0; at < z.length; at++) slopes[at] = derivative(z[at]!);
      };
    }
  }
}
