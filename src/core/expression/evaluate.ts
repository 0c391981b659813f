import { erf } from "../activation/erf";
import { leaky, named, sigmoid } from "../activation/named";
import type { BinaryOperator, Comparison, Expression, UnaryName } from "./ast";

type Curve = (x: number) => number;

const unary: Readonly<Record<UnaryName, Curve>> = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  sigmoid,
  erf,
  relu: named.relu.value,
  relu6: named.relu6.value,
  leakyRelu: leaky(0.01).value,
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  selu: named.selu.value,
  gelu: named.gelu.value,
  silu: named.silu.value,
  mish: named.mish.value,
  softplus: named.softplus.value,
  softsign: named.softsign.value,
  hardTanh: named.hardTanh.value,
};

const arithmetic: Readonly<Record<BinaryOperator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};

const comparisons: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/**
 * The function that an expression is, in float64: closures over closures, no code from text. NaN
 * comes out where mathematics has no value (√−1, ln −1, 0/0), infinity where it grows without bound;
 * a comparison with NaN answers NaN.
 */
export function evaluator(expression: Expression): Curve {
  switch (expression.kind) {
    case "number": {
      const { value } = expression;
      return () => value;
    }
    case "variable":
      return (x) => x;
    case "negate": {
      const of = evaluator(expression.of);
      return (x) => -of(x);
    }
    case "unary": {
      const apply = unary[expression.name];
      const of = evaluator(expression.of);
      return (x) => apply(of(x));
    }
    case "binary": {
      const apply = arithmetic[expression.operator];
      const [left, right] = [evaluator(expression.left), evaluator(expression.right)];
      return (x) => apply(left(x), right(x));
    }
    case "extreme": {
      const apply = expression.name === "min" ? Math.min : Math.max;
      const [left, right] = [evaluator(expression.left), evaluator(expression.right)];
      return (x) => apply(left(x), right(x));
    }
    case "where": {
      const { condition } = expression;
      const holds = comparisons[condition.comparison];
      const [a, b] = [evaluator(condition.left), evaluator(condition.right)];
      const [met, unmet] = [evaluator(expression.met), evaluator(expression.unmet)];
      return (x) => {
        const [left, right] = [a(x), b(x)];
        if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
        return holds(left, right) ? met(x) : unmet(x);
      };
    }
  }
}
