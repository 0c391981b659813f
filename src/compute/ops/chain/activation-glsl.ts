import type { ActivationSpec } from "../../../core/activation/activation";

/** 1 − 2/(e²ᶻ + 1) loses digits near 0, where a series takes over. */
const TANH = `
vec4 accurateTanh(vec4 z) {
  vec4 q = z * z;
  vec4 series = z * (1.0 + q * (-0.33333333 + q * (0.13333333 + q * (-0.053968254 + q * 0.021869489))));
  vec4 whole = sign(z) * (1.0 - 2.0 / (exp(2.0 * min(abs(z), 20.0)) + 1.0));
  return mix(whole, series, lessThan(abs(z), vec4(0.25)));
}
`;

const EXPRESSIONS: Readonly<Record<string, string>> = {
  identity: "z",
  relu: "max(z, 0.0)",
  relu6: "clamp(z, 0.0, 6.0)",
  hardTanh: "clamp(z, -1.0, 1.0)",
  hardSigmoid: "clamp(z / 6.0 + 0.5, 0.0, 1.0)",
  abs: "abs(z)",
  square: "z * z",
  softsign: "z / (1.0 + abs(z))",
  tanh: "accurateTanh(z)",
  scaledTanh: "1.7159 * accurateTanh(z * 0.66666667)",
  sigmoid: "0.5 + 0.5 * accurateTanh(0.5 * z)",
  silu: "z * (0.5 + 0.5 * accurateTanh(0.5 * z))",
};

/**
 * GLSL of `vec4 activation(vec4 z)` for finite numbers; null for an activation that is left to the
 * processor.
 */
export function activationGlsl(spec: ActivationSpec): string | null {
  const expression =
    typeof spec === "string"
      ? EXPRESSIONS[spec]
      : spec.name === "leakyRelu"
        ? `max(z, 0.0) + ${float(spec.slope)} * min(z, 0.0)`
        : undefined;
  return expression === undefined
    ? null
    : `${TANH}vec4 activation(vec4 z) { return ${expression}; }\n`;
}

function float(value: number): string {
  return `float(${value.toExponential()})`;
}
