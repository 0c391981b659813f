/** A function applied to every pre-activation, with what training and theory need of it. */
export interface Activation {
  readonly value: (z: number) => number;
  /** Derivative; at a kink the one-sided value that PyTorch takes. NaN at NaN. */
  readonly derivative: (z: number) => number;
  /** Where value or derivative has a corner or jump, in rising order. */
  readonly kinks: readonly number[];
}

/** Activations without settings. */
export type ActivationName =
  | "identity"
  | "relu"
  | "relu6"
  | "selu"
  | "gelu"
  | "geluTanh"
  | "silu"
  | "mish"
  | "tanh"
  | "scaledTanh"
  | "sigmoid"
  | "softsign"
  | "softplus"
  | "hardTanh"
  | "hardSigmoid"
  | "abs"
  | "square"
  | "sin";

/** An activation as plain data: a name, or a name with its setting. */
export type ActivationSpec =
  | ActivationName
  /** z for z > 0, else slope · z */
  | { readonly name: "leakyRelu"; readonly slope: number }
  /** z for z > 0, else alpha · (eᶻ − 1) */
  | { readonly name: "elu"; readonly alpha: number }
  /** Typed by the reader, in the language of `core/expression/parse`. */
  | { readonly name: "formula"; readonly formula: string };
