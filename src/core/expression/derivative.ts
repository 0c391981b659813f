import type { Expression, UnaryName } from "./ast";
import { add, call, divide, multiply, negate, number, power, subtract, where } from "./build";
import { expanded, isNamedActivation } from "./expand";

const zero = number(0);
const one = number(1);

/** Derivative of an elementary function by its argument. */
function outer(name: UnaryName, of: Expression): Expression {
  switch (name) {
    case "exp":
      return call("exp", of);
    case "log":
      return divide(one, of);
    case "sqrt":
      return divide(number(0.5), call("sqrt", of));
    case "abs":
      return where(of, ">", zero, one, where(of, "<", zero, negate(one), zero));
    case "sin":
      return call("cos", of);
    case "cos":
      return negate(call("sin", of));
    case "tanh":
      return subtract(one, power(call("tanh", of), number(2)));
    case "softplus":
      return call("sigmoid", of);
    case "sigmoid":
      return multiply(call("sigmoid", of), call("sigmoid", negate(of)));
    case "erf":
      return multiply(number(2 / Math.sqrt(Math.PI)), call("exp", negate(power(of, number(2)))));
    default:
      throw new TypeError(`${name} must be spelled out first`);
  }
}

function powerRule(base: Expression, exponent: Expression): Expression {
  const inner = derivative(base);
  const constant =
    exponent.kind === "number"
      ? exponent.value
      : exponent.kind === "negate" && exponent.of.kind === "number"
        ? -exponent.of.value
        : null;
  if (constant !== null) {
    if (constant === 0) return zero;
    return multiply(multiply(number(constant), power(base, number(constant - 1))), inner);
  }
  // d(uᵛ) = uᵛ·(v′·ln u + v·u′/u)
  return multiply(
    power(base, exponent),
    add(multiply(derivative(exponent), call("log", base)), divide(multiply(exponent, inner), base)),
  );
}

/**
 * Derivative of an expression by x, as an expression. At a corner it takes the side that the
 * comparison takes: relu′(0) = 0, as in PyTorch. A factor that is 0 everywhere is left out, so it does
 * not turn an infinite partner into NaN.
 */
export function derivative(expression: Expression): Expression {
  switch (expression.kind) {
    case "number":
      return zero;
    case "variable":
      return one;
    case "negate":
      return negate(derivative(expression.of));
    case "unary": {
      const { name, of } = expression;
      // Spelled out, softplus has corners at 0 that cancel, but not from either side.
      if (isNamedActivation(name) && name !== "softplus") return derivative(expanded(name, of));
      const inner = derivative(of);
      return inner === zero ? zero : multiply(outer(name, of), inner);
    }
    case "extreme": {
      const { name, left, right } = expression;
      return where(left, name === "max" ? ">" : "<", right, derivative(left), derivative(right));
    }
    case "where":
      return {
        ...expression,
        met: derivative(expression.met),
        unmet: derivative(expression.unmet),
      };
    case "binary": {
      const { operator, left, right } = expression;
      switch (operator) {
        case "+":
          return add(derivative(left), derivative(right));
        case "-":
          return subtract(derivative(left), derivative(right));
        case "*":
          return add(multiply(derivative(left), right), multiply(left, derivative(right)));
        case "/":
          return subtract(
            divide(derivative(left), right),
            divide(multiply(left, derivative(right)), power(right, number(2))),
          );
        case "^":
          return powerRule(left, right);
      }
    }
  }
}
