import { formulaActivation } from "../expression/expression-activation";
import type { Activation, ActivationName, ActivationSpec } from "./activation";
import { exponentialUnit, leaky, named } from "./named";

export const activationNames = Object.keys(named) as readonly ActivationName[];

/**
 * The activation that plain data describes. Values and derivatives are float64, right to the last
 * digits; NaN goes in and comes out.
 *
 * Sources: He et al. 2015 (leaky ReLU), Clevert et al. 2016 (ELU), Klambauer et al. 2017 (SELU),
 * Hendrycks & Gimpel 2016 (GELU, SiLU), Misra 2019 (Mish), LeCun et al. 1998 §4.4
 * (1.7159·tanh(2z/3), here `scaledTanh`).
 *
 * @throws {ParseError} a typed formula that is none.
 */
export function activationOf(spec: ActivationSpec): Activation {
  if (typeof spec === "string") return named[spec];
  switch (spec.name) {
    case "leakyRelu":
      return leaky(spec.slope);
    case "elu":
      return exponentialUnit(spec.alpha);
    case "formula":
      return formulaActivation(spec.formula);
  }
}
