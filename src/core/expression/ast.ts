/** Functions of the activation language with one argument. */
export type UnaryName =
  | "exp"
  | "log"
  | "sqrt"
  | "abs"
  | "sin"
  | "cos"
  | "tanh"
  | "sigmoid"
  | "erf"
  | NamedActivation;

/** Activations that may be called by name. */
export type NamedActivation =
  | "relu"
  | "relu6"
  | "leakyRelu"
  | "elu"
  | "selu"
  | "gelu"
  | "silu"
  | "mish"
  | "softplus"
  | "softsign"
  | "hardTanh";

export type BinaryOperator = "+" | "-" | "*" | "/" | "^";
export type Comparison = "<" | "<=" | ">" | ">=";

/** A condition; it stands only as the first argument of `where`. */
export interface Condition {
  readonly comparison: Comparison;
  readonly left: Expression;
  readonly right: Expression;
}

/** An expression in one variable. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "variable" }
  | { readonly kind: "negate"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "unary"; readonly name: UnaryName; readonly of: Expression }
  | {
      readonly kind: "extreme";
      readonly name: "min" | "max";
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "where";
      readonly condition: Condition;
      readonly met: Expression;
      readonly unmet: Expression;
    };

/** The expressions directly inside one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "variable":
      return [];
    case "negate":
    case "unary":
      return [expression.of];
    case "binary":
    case "extreme":
      return [expression.left, expression.right];
    case "where": {
      const { condition, met, unmet } = expression;
      return [condition.left, condition.right, met, unmet];
    }
  }
}

/** Nodes of an expression. */
export function nodeCount(expression: Expression): number {
  return partsOf(expression).reduce((sum, part) => sum + nodeCount(part), 1);
}

/** Nodes on the longest way down. */
export function depthOf(expression: Expression): number {
  return 1 + Math.max(0, ...partsOf(expression).map(depthOf));
}
