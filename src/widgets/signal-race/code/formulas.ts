import type { ActivationName } from "../../../core/activation/activation";

/** Every activation that has a name, as a formula of the activation language. */
export const formulas: Readonly<Record<ActivationName, string>> = {
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
