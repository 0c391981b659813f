import { partsOf, type Expression } from "../../../core/expression/ast";
import { evaluator } from "../../../core/expression/evaluate";
import { expanded, isNamedActivation } from "../../../core/expression/expand";
import { parse } from "../../../core/expression/parse";

export type Library = "torch" | "np" | "tf";

/** A formula of the activation language as an expression in `x` for one of three libraries. */
export function printFormula(formula: string, library: Library): string {
  return print(parse(formula), library);
}

const holdsVariable = (expression: Expression): boolean =>
  expression.kind === "variable" || partsOf(expression).some(holdsVariable);

const symbols = { "+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow" } as const;
const comparisons = {
  "<": "less",
  "<=": "lessEqual",
  ">": "greater",
  ">=": "greaterEqual",
} as const;

function print(expression: Expression, library: Library): string {
  // A part without x is a number: libraries are fussy about functions of plain numbers.
  if (!holdsVariable(expression)) return String(evaluator(expression)(0));
  const inner = (part: Expression) => print(part, library);
  const js = library === "tf";
  switch (expression.kind) {
    case "number":
    case "variable":
      return "x";
    case "negate":
      return js ? `tf.neg(${inner(expression.of)})` : `(-${inner(expression.of)})`;
    case "binary": {
      const { operator, left, right } = expression;
      const [a, b] = [inner(left), inner(right)];
      if (js) return `tf.${symbols[operator]}(${a}, ${b})`;
      return `(${a} ${operator === "^" ? "**" : operator} ${b})`;
    }
    case "unary": {
      const { name, of } = expression;
      if (isNamedActivation(name)) return print(expanded(name, of), library);
      if (library === "np" && name === "sigmoid") return `(1 / (1 + np.exp(-${inner(of)})))`;
      if (library === "np" && name === "erf") return `np.vectorize(math.erf)(${inner(of)})`;
      return `${library}.${name}(${inner(of)})`;
    }
    case "extreme": {
      const { name, left, right } = expression;
      if (library !== "torch") return `${library}.${name}imum(${inner(left)}, ${inner(right)})`;
      const [bound, of] = holdsVariable(left) ? [right, left] : [left, right];
      if (holdsVariable(bound)) return `torch.${name}imum(${inner(left)}, ${inner(right)})`;
      return `${inner(of)}.clamp(${name === "max" ? "min" : "max"}=${inner(bound)})`;
    }
    case "where": {
      const { condition, met, unmet } = expression;
      const [a, b] = [inner(condition.left), inner(condition.right)];
      const test = js
        ? `tf.${comparisons[condition.comparison]}(${a}, ${b})`
        : `${a} ${condition.comparison} ${b}`;
      return `${library}.where(${test}, ${inner(met)}, ${inner(unmet)})`;
    }
  }
}
