import { partsOf, type Expression } from "../../core/expression/ast";
import { number } from "../../core/expression/build";
import { evaluator } from "../../core/expression/evaluate";
import { expanded, isNamedActivation } from "../../core/expression/expand";
import { parse } from "../../core/expression/parse";

export type Library = "torch" | "np" | "tf";

/**
 * A formula of the activation language as an expression in the tensor `x` for PyTorch, NumPy (which
 * needs `math` too) or TensorFlow.js. Its value has the shape of x even where x does not occur.
 */
export function printFormula(formula: string, library: Library): string {
  return printTensor(parse(formula), library);
}

const holdsVariable = (expression: Expression): boolean =>
  expression.kind === "variable" || partsOf(expression).some(holdsVariable);

/** A number as Python or JavaScript reads it; large whole ones as floats, which Python tells apart. */
function literal(value: number, library: Library): string {
  if (!Number.isFinite(value)) return library === "tf" ? String(value) : `float("${value}")`;
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? value.toExponential()
    : String(value);
}

function printTensor(expression: Expression, library: Library): string {
  const text = print(expression, library);
  if (holdsVariable(expression)) return text;
  return library === "tf" ? `tf.fill(x.shape, ${text})` : `${library}.full_like(x, ${text})`;
}

const symbols = { "+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow" } as const;
const comparisons = {
  "<": "less",
  "<=": "lessEqual",
  ">": "greater",
  ">=": "greaterEqual",
} as const;

function print(expression: Expression, library: Library): string {
  // A part without x is a number: libraries are fussy about functions of plain numbers.
  if (!holdsVariable(expression)) return literal(evaluator(expression)(0), library);
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
      if (operator !== "^") return `(${a} ${operator} ${b})`;
      // Python's ** holds tighter than a minus in front.
      return `(${a.startsWith("-") ? `(${a})` : a} ** ${b})`;
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
    case "where":
      return printWhere(expression, library);
  }
}

function printWhere(expression: Expression & { kind: "where" }, library: Library): string {
  const { condition, met, unmet } = expression;
  const { comparison, left, right } = condition;
  if (!holdsVariable(left) && !holdsVariable(right)) {
    // Decided once and for all: 1, 0, or NaN from a comparison with NaN.
    const decided = evaluator({ ...expression, met: number(1), unmet: number(0) })(0);
    return printTensor(decided === 1 ? met : decided === 0 ? unmet : number(NaN), library);
  }
  const [a, b] = [print(left, library), print(right, library)];
  const test =
    library === "tf" ? `tf.${comparisons[comparison]}(${a}, ${b})` : `${a} ${comparison} ${b}`;
  // Of two plain numbers a library would choose the type; x gives its own.
  const chosen = holdsVariable(unmet) ? print(met, library) : printTensor(met, library);
  return `${library}.where(${test}, ${chosen}, ${print(unmet, library)})`;
}
