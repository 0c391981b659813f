import type { ActivationSpec } from "../../core/activation/activation";
import { activationFormula } from "../../core/activation/formulas";

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
}

const one = (label: string, spec: ActivationSpec): Listed => ({ label, spec });

/** Activations to choose from. */
export const listed: Readonly<Record<Exclude<ActivationId, "typed">, Listed>> = {
  identity: one("identity", "identity"),
  relu: one("ReLU", "relu"),
  leaky: one("leaky ReLU 0.2", { name: "leakyRelu", slope: 0.2 }),
  tanh: one("tanh", "tanh"),
  sigmoid: one("sigmoid", "sigmoid"),
  gelu: one("GELU", "gelu"),
  silu: one("SiLU (swish)", "silu"),
  selu: one("SELU", "selu"),
  elu: one("ELU", { name: "elu", alpha: 1 }),
  softsign: one("softsign", "softsign"),
  softplus: one("softplus", "softplus"),
  relu6: one("ReLU6", "relu6"),
  mish: one("Mish", "mish"),
  scaledTanh: one("1.7159 tanh(2x/3)", "scaledTanh"),
  abs: one("|x|", "abs"),
  square: one("x²", "square"),
  sin: one("sin x", "sin"),
};

export interface Chosen {
  readonly activation: ActivationId;
  readonly formula: string;
}

export const specOf = ({ activation, formula }: Chosen): ActivationSpec =>
  activation === "typed" ? { name: "formula", formula } : listed[activation].spec;

/** The activation as the reader could type it. */
export const formulaOf = (chosen: Chosen): string => activationFormula(specOf(chosen));
