import type { Activation } from "../activation/activation";
import { derivative } from "./derivative";
import { evaluator } from "./evaluate";
import { parse } from "./parse";

/**
 * A typed formula as an activation, with its symbolic derivative. Where its corners lie is not known:
 * quadrature finds them itself.
 *
 * @throws {ParseError} pointing at the character where the formula goes wrong.
 */
export function formulaActivation(formula: string): Activation {
  const expression = parse(formula);
  return {
    value: evaluator(expression),
    derivative: evaluator(derivative(expression)),
    kinks: [],
  };
}
