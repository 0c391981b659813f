import type { BinaryOperator, Comparison, Expression, UnaryName } from "./ast";

/** Short constructors; the arithmetic ones leave out zeros and ones. */

export function number(value: number): Expression {
  return value < 0 ? { kind: "negate", of: number(-value) } : { kind: "number", value };
}

const isNumber = (expression: Expression, value: number): boolean =>
  expression.kind === "number" && expression.value === value;

const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});

export function negate(of: Expression): Expression {
  if (isNumber(of, 0)) return of;
  return of.kind === "negate" ? of.of : { kind: "negate", of };
}

export function add(left: Expression, right: Expression): Expression {
  if (isNumber(left, 0)) return right;
  return isNumber(right, 0) ? left : binary("+", left, right);
}

export function subtract(left: Expression, right: Expression): Expression {
  if (isNumber(right, 0)) return left;
  return isNumber(left, 0) ? negate(right) : binary("-", left, right);
}

export function multiply(left: Expression, right: Expression): Expression {
  if (isNumber(left, 0) || isNumber(right, 1)) return left;
  return isNumber(right, 0) || isNumber(left, 1) ? right : binary("*", left, right);
}

export function divide(left: Expression, right: Expression): Expression {
  return isNumber(left, 0) || isNumber(right, 1) ? left : binary("/", left, right);
}

export function power(base: Expression, exponent: Expression): Expression {
  return isNumber(exponent, 1) ? base : binary("^", base, exponent);
}

export const call = (name: UnaryName, of: Expression): Expression => ({ kind: "unary", name, of });

export function where(
  left: Expression,
  comparison: Comparison,
  right: Expression,
  met: Expression,
  unmet: Expression,
): Expression {
  return { kind: "where", condition: { comparison, left, right }, met, unmet };
}

export const max = (left: Expression, right: Expression): Expression => ({
  kind: "extreme",
  name: "max",
  left,
  right,
});

export const min = (left: Expression, right: Expression): Expression => ({
  kind: "extreme",
  name: "min",
  left,
  right,
});
