import type { ActivationSpec } from "../../../core/activation/activation";
import { derivative } from "../../../core/expression/derivative";
import { glslOf, glslPrelude } from "../../../core/expression/glsl";
import { parse } from "../../../core/expression/parse";

/** 1 − 2/(e²ᶻ + 1) loses digits near 0, where a series takes over. */
const TANH = `
vec4 accurateTanh(vec4 z) {
  vec4 q = z * z;
  vec4 series = z * (1.0 + q * (-0.33333333 + q * (0.13333333 + q * (-0.053968254 + q * 0.021869489))));
  vec4 whole = sign(z) * (1.0 - 2.0 / (exp(2.0 * min(abs(z), 20.0)) + 1.0));
  return mix(whole, series, lessThan(abs(z), vec4(0.25)));
}

vec4 accurateSigmoid(vec4 z) {
  vec4 power = exp(-abs(z));
  return mix(vec4(1), power, lessThan(z, vec4(0))) / (1.0 + power);
}

vec4 tanhSlope(vec4 z) {
  vec4 value = accurateTanh(z);
  return 1.0 - value * value;
}

vec4 sigmoidSlope(vec4 z) { return accurateSigmoid(z) * accurateSigmoid(-z); }
`;

/** Value and slope of four finite numbers z, written so that small ones keep their digits. */
const WRITTEN: Readonly<Record<string, readonly [value: string, slope: string]>> = {
  identity: ["z", "vec4(1)"],
  relu: ["max(z, 0.0)", "vec4(greaterThan(z, vec4(0)))"],
  relu6: ["clamp(z, 0.0, 6.0)", "vec4(greaterThan(z, vec4(0))) * vec4(lessThan(z, vec4(6)))"],
  hardTanh: ["clamp(z, -1.0, 1.0)", "vec4(lessThan(abs(z), vec4(1)))"],
  hardSigmoid: ["clamp(z / 6.0 + 0.5, 0.0, 1.0)", "vec4(lessThan(abs(z), vec4(3))) / 6.0"],
  abs: ["abs(z)", "sign(z)"],
  square: ["z * z", "2.0 * z"],
  softsign: ["z / (1.0 + abs(z))", "1.0 / ((1.0 + abs(z)) * (1.0 + abs(z)))"],
  tanh: ["accurateTanh(z)", "tanhSlope(z)"],
  scaledTanh: [
    "1.7159 * accurateTanh(z * 0.66666667)",
    "1.7159 * 0.66666667 * tanhSlope(z * 0.66666667)",
  ],
  sigmoid: ["accurateSigmoid(z)", "sigmoidSlope(z)"],
  silu: ["z * accurateSigmoid(z)", "accurateSigmoid(z) + z * sigmoidSlope(z)"],
};

/** Formulas in the language that readers type; near 0 each is a multiple of x, or no small number. */
const FORMULAS: Readonly<Record<string, string>> = {
  gelu: "gelu(x)",
  geluTanh: "0.5 * x * (1 + tanh(sqrt(2/pi) * (x + 0.044715 * x^3)))",
  mish: "mish(x)",
  softplus: "softplus(x)",
  sin: "sin(x)",
};

export interface ActivationGlsl {
  /** `vec4 activation(vec4 z)` and `vec4 activationSlope(vec4 z)`. */
  readonly source: string;
  /**
   * Whether small numbers keep their digits. In a typed formula, and in exp(x) − 1, a difference of
   * like numbers may cost them: float32 is right to 1e-7 of the formula's largest part only.
   */
  readonly careful: boolean;
}

/** GLSL of an activation: written by hand, or printed from the tree of its formula. */
export function activationGlsl(spec: ActivationSpec): ActivationGlsl {
  const written =
    typeof spec === "string"
      ? WRITTEN[spec]
      : spec.name === "leakyRelu"
        ? leaky(float(spec.slope))
        : undefined;
  if (written) {
    const [value, slope] = written;
    const source = `${TANH}
vec4 activation(vec4 z) { return ${value}; }
vec4 activationSlope(vec4 z) { return ${slope}; }
`;
    return { source, careful: true };
  }
  const formula = typeof spec === "string" ? FORMULAS[spec] : undefined;
  if (formula) return { source: printed(formula), careful: true };
  return { source: printed(typedOf(spec)), careful: false };
}

function leaky(slope: string): readonly [string, string] {
  return [
    `max(z, 0.0) + ${slope} * min(z, 0.0)`,
    `mix(vec4(${slope}), vec4(1), greaterThan(z, vec4(0)))`,
  ];
}

/** Formulas that readers might type, and some do. */
function typedOf(spec: ActivationSpec): string {
  if (typeof spec === "string") return `${spec}(x)`;
  if (spec.name === "formula") return spec.formula;
  const alpha = spec.name === "elu" ? spec.alpha : 1;
  return `where(x > 0, x, ${alpha} * (exp(x) - 1))`;
}

/** A formula and its symbolic derivative, lane by lane. */
function printed(formula: string): string {
  const tree = parse(formula);
  const lanes = (name: string) =>
    `vec4(${["x", "y", "z", "w"].map((lane) => `${name}(z.${lane})`).join(", ")})`;
  return `${glslPrelude}
float valueOf(float x) { return ${glslOf(tree)}; }
float slopeOf(float x) { return ${glslOf(derivative(tree))}; }
vec4 activation(vec4 z) { return ${lanes("valueOf")}; }
vec4 activationSlope(vec4 z) { return ${lanes("slopeOf")}; }
`;
}

function float(value: number): string {
  return `float(${value.toExponential()})`;
}
