import type { ActivationSpec } from "../../core/activation/activation";

export const activationIds = [
  "typed",
  "identity",
  "relu",
  "leaky",
  "tanh",
  "sigmoid",
  "gelu",
  "silu",
  "selu",
  "elu",
  "softsign",
  "mish",
  "softplus",
  "relu6",
  "scaledTanh",
  "abs",
  "square",
  "sin",
] as const;
export type ActivationId = (typeof activationIds)[number];

interface Listed {
  readonly label: string;
  readonly spec: ActivationSpec;
  /** The same in the language of typed formulas. */
  readonly formula: string;
}

const one = (label: string, spec: ActivationSpec, formula: string): Listed => ({
  label,
  spec,
  formula,
});

/** Activations to choose from. */
export const listed: Readonly<Record<Exclude<ActivationId, "typed">, Listed>> = {
  identity: one("identity", "identity", "x"),
  relu: one("ReLU", "relu", "max(x, 0)"),
  leaky: one("leaky ReLU 0.2", { name: "leakyRelu", slope: 0.2 }, "where(x > 0, x, 0.2*x)"),
  tanh: one("tanh", "tanh", "tanh(x)"),
  sigmoid: one("sigmoid", "sigmoid", "sigmoid(x)"),
  gelu: one("GELU", "gelu", "gelu(x)"),
  silu: one("SiLU (swish)", "silu", "x*sigmoid(x)"),
  selu: one("SELU", "selu", "selu(x)"),
  elu: one("ELU", { name: "elu", alpha: 1 }, "elu(x)"),
  softsign: one("softsign", "softsign", "softsign(x)"),
  softplus: one("softplus", "softplus", "softplus(x)"),
  relu6: one("ReLU6", "relu6", "relu6(x)"),
  mish: one("Mish", "mish", "mish(x)"),
  scaledTanh: one("1.7159 tanh(2x/3)", "scaledTanh", "1.7159*tanh(2*x/3)"),
  abs: one("|x|", "abs", "abs(x)"),
  square: one("x²", "square", "x^2"),
  sin: one("sin x", "sin", "sin(x)"),
};

export interface Chosen {
  readonly activation: ActivationId;
  readonly formula: string;
}

export const specOf = ({ activation, formula }: Chosen): ActivationSpec =>
  activation === "typed" ? { name: "formula", formula } : listed[activation].spec;

/** The activation as the reader could type it. */
export const formulaOf = ({ activation, formula }: Chosen): string =>
  activation === "typed" ? formula : listed[activation].formula;
