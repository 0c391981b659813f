import type { ActivationName, ActivationSpec } from "./activation";

const formulas: Readonly<Record<ActivationName, string>> = {
  identity: "x",
  relu: "max(0, x)",
  relu6: "min(6, max(0, x))",
  selu: "selu(x)",
  gelu: "gelu(x)",
  geluTanh: "0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x^3)))",
  silu: "x * sigmoid(x)",
  mish: "mish(x)",
  tanh: "tanh(x)",
  scaledTanh: "1.7159 * tanh(2 * x / 3)",
  sigmoid: "sigmoid(x)",
  softsign: "x / (1 + abs(x))",
  softplus: "softplus(x)",
  hardTanh: "max(-1, min(1, x))",
  hardSigmoid: "max(0, min(1, x / 6 + 0.5))",
  abs: "abs(x)",
  square: "x^2",
  sin: "sin(x)",
};

/** An activation as a reader could type it, in the language of `core/expression/parse`. */
export function activationFormula(spec: ActivationSpec): string {
  if (typeof spec === "string") return formulas[spec];
  switch (spec.name) {
    case "leakyRelu":
      return `where(x > 0, x, ${spec.slope} * x)`;
    case "elu":
      return spec.alpha === 1 ? "elu(x)" : `where(x > 0, x, ${spec.alpha} * (exp(x) - 1))`;
    case "formula":
      return spec.formula;
  }
}
