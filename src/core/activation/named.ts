import type { Activation, ActivationName } from "./activation";
import { normalDensity, normalShare } from "./erf";

export const SELU_SCALE = 1.0507009873554805;
export const SELU_ALPHA = 1.6732632423543772;

/** 1/(1 + e⁻ᶻ), never overflowing. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const power = Math.exp(z);
  return power / (1 + power);
}

/** ln(1 + eᶻ), never overflowing. */
export function softplus(z: number): number {
  return (z > 0 ? z : z < 0 ? 0 : z) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** `below` up to the kink, `above` beyond it; NaN at NaN. */
const step = (z: number, below: number, above: number, kink = 0): number =>
  z > kink ? above : z <= kink ? below : Number.NaN;

const between = (z: number, low: number, high: number, inside: number): number =>
  Number.isNaN(z) ? z : z > low && z < high ? inside : 0;

const clamp = (z: number, low: number, high: number): number =>
  z < low ? low : z > high ? high : z;

/** z for z > 0, else alpha · (eᶻ − 1); all times scale. */
export function exponentialUnit(alpha: number, scale = 1): Activation {
  return {
    value: (z) => scale * (z > 0 ? z : alpha * Math.expm1(z)),
    derivative: (z) => scale * (z > 0 ? 1 : alpha * Math.exp(z)),
    kinks: [0],
  };
}

/** z for z > 0, else slope · z. */
export function leaky(slope: number): Activation {
  return {
    value: (z) => (z > 0 ? z : slope * z),
    derivative: (z) => step(z, slope, 1),
    kinks: [0],
  };
}

/** a · tanh(b · z) */
function scaledTangent(a: number, b: number): Activation {
  return {
    value: (z) => a * Math.tanh(b * z),
    derivative: (z) => a * b * (1 - Math.tanh(b * z) ** 2),
    kinks: [],
  };
}

const GELU_SCALE = Math.sqrt(2 / Math.PI);
const GELU_CUBIC = 0.044715;

/** z · share, where an infinite z under a share of 0 gives 0, as the limit says. */
const gated = (z: number, share: number): number => (share === 0 ? 0 : z * share);

/** Activations without settings. */
export const named: Readonly<Record<ActivationName, Activation>> = {
  identity: { value: (z) => z, derivative: (z) => (Number.isNaN(z) ? z : 1), kinks: [] },
  relu: { value: (z) => (z < 0 ? 0 : z), derivative: (z) => step(z, 0, 1), kinks: [0] },
  relu6: {
    value: (z) => clamp(z, 0, 6),
    derivative: (z) => between(z, 0, 6, 1),
    kinks: [0, 6],
  },
  selu: exponentialUnit(SELU_ALPHA, SELU_SCALE),
  gelu: {
    value: (z) => gated(z, normalShare(z)),
    derivative: (z) => normalShare(z) + gated(z, normalDensity(z)),
    kinks: [],
  },
  geluTanh: {
    value: (z) => gated(z, (1 + Math.tanh(GELU_SCALE * (z + GELU_CUBIC * z ** 3))) / 2),
    derivative: (z) => {
      const tangent = Math.tanh(GELU_SCALE * (z + GELU_CUBIC * z ** 3));
      const inner = GELU_SCALE * (1 + 3 * GELU_CUBIC * z * z);
      return (1 + tangent) / 2 + gated(z * inner, (1 - tangent * tangent) / 2);
    },
    kinks: [],
  },
  silu: {
    value: (z) => gated(z, sigmoid(z)),
    derivative: (z) => sigmoid(z) + gated(z, sigmoid(z) * sigmoid(-z)),
    kinks: [],
  },
  mish: {
    value: (z) => gated(z, Math.tanh(softplus(z))),
    derivative: (z) => {
      const tangent = Math.tanh(softplus(z));
      return tangent + gated(z, (1 - tangent * tangent) * sigmoid(z));
    },
    kinks: [],
  },
  tanh: scaledTangent(1, 1),
  scaledTanh: scaledTangent(1.7159, 2 / 3),
  sigmoid: { value: sigmoid, derivative: (z) => sigmoid(z) * sigmoid(-z), kinks: [] },
  softsign: {
    value: (z) => (Math.abs(z) === Infinity ? Math.sign(z) : z / (1 + Math.abs(z))),
    derivative: (z) => 1 / (1 + Math.abs(z)) ** 2,
    // The second derivative jumps.
    kinks: [0],
  },
  softplus: { value: softplus, derivative: sigmoid, kinks: [] },
  hardTanh: {
    value: (z) => clamp(z, -1, 1),
    derivative: (z) => between(z, -1, 1, 1),
    kinks: [-1, 1],
  },
  hardSigmoid: {
    value: (z) => clamp(z / 6 + 0.5, 0, 1),
    derivative: (z) => between(z, -3, 3, 1 / 6),
    kinks: [-3, 3],
  },
  abs: { value: Math.abs, derivative: (z) => Math.sign(z), kinks: [0] },
  square: { value: (z) => z * z, derivative: (z) => 2 * z, kinks: [] },
  sin: { value: Math.sin, derivative: Math.cos, kinks: [] },
};
