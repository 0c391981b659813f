import type { Expression, NamedActivation, UnaryName } from "../../core/expression/ast";
import { expanded, isNamedActivation } from "../../core/expression/expand";

/** How a library writes what formulas are made of. */
export interface Dialect {
  readonly number: (value: number) => string;
  readonly binary: (operator: "+" | "-" | "*" | "/" | "^", left: string, right: string) => string;
  readonly negate: (of: string) => string;
  readonly unary: (name: Exclude<UnaryName, NamedActivation>, of: string) => string;
  readonly extreme: (name: "min" | "max", left: string, right: string) => string;
  readonly where: (
    comparison: "<" | "<=" | ">" | ">=",
    sides: readonly [string, string],
    met: string,
    unmet: string,
  ) => string;
}

/** A formula in a library's own words, named activations spelled out. */
export function printedFormula(expression: Expression, dialect: Dialect): string {
  const print = (one: Expression): string => printedFormula(one, dialect);
  switch (expression.kind) {
    case "number":
      return dialect.number(expression.value);
    case "variable":
      return "x";
    case "negate":
      return dialect.negate(print(expression.of));
    case "binary":
      return dialect.binary(expression.operator, print(expression.left), print(expression.right));
    case "unary": {
      const { name, of } = expression;
      return isNamedActivation(name) ? print(expanded(name, of)) : dialect.unary(name, print(of));
    }
    case "extreme":
      return dialect.extreme(expression.name, print(expression.left), print(expression.right));
    case "where": {
      const { condition, met, unmet } = expression;
      const sides = [print(condition.left), print(condition.right)] as const;
      return dialect.where(condition.comparison, sides, print(met), print(unmet));
    }
  }
}

const infix: Pick<Dialect, "binary" | "negate"> = {
  binary: (operator, left, right) => `(${left} ${operator === "^" ? "**" : operator} ${right})`,
  negate: (of) => `(-${of})`,
};

export const numpyDialect: Dialect = {
  ...infix,
  number: String,
  unary: (name, of) => {
    if (name === "sigmoid") return `(1 / (1 + np.exp(-(${of}))))`;
    return name === "erf" ? `erf(${of})` : `np.${name}(${of})`;
  },
  extreme: (name, left, right) => `np.${name}imum(${left}, ${right})`,
  where: (comparison, [left, right], met, unmet) =>
    `np.where(${left} ${comparison} ${right}, ${met}, ${unmet})`,
};

const asTensor = (text: string): string => `torch.as_tensor(${text}, dtype=x.dtype)`;

export const torchDialect: Dialect = {
  ...infix,
  number: String,
  unary: (name, of) => `torch.${name}(${asTensor(of)})`,
  extreme: (name, left, right) => `torch.${name}imum(${asTensor(left)}, ${asTensor(right)})`,
  where: (comparison, [left, right], met, unmet) =>
    `torch.where(${asTensor(left)} ${comparison} ${asTensor(right)}, ${asTensor(met)}, ${asTensor(unmet)})`,
};

const operations = { "+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow" } as const;
const comparisons = {
  "<": "less",
  "<=": "lessEqual",
  ">": "greater",
  ">=": "greaterEqual",
} as const;

export const tfjsDialect: Dialect = {
  number: (value) => `tf.scalar(${value})`,
  binary: (operator, left, right) => `tf.${operations[operator]}(${left}, ${right})`,
  negate: (of) => `tf.neg(${of})`,
  unary: (name, of) => `tf.${name}(${of})`,
  extreme: (name, left, right) => `tf.${name}imum(${left}, ${right})`,
  where: (comparison, [left, right], met, unmet) =>
    `tf.where(tf.${comparisons[comparison]}(${left}, ${right}), ${met}, ${unmet})`,
};
