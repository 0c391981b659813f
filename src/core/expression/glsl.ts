import type { Expression } from "./ast";
import { expanded, isNamedActivation } from "./expand";

/** GLSL ES 3.00 functions that printed expressions call; numbers as `evaluator` has them. */
export const glslPrelude = `
float exprNaN() { return uintBitsToFloat(0x7fc00000u); }
bool exprIsNaN(float a) { return (floatBitsToUint(a) & 0x7fffffffu) > 0x7f800000u; }
float exprMax(float a, float b) { return exprIsNaN(a) ? a : exprIsNaN(b) ? b : a > b ? a : b; }
float exprMin(float a, float b) { return exprIsNaN(a) ? a : exprIsNaN(b) ? b : a < b ? a : b; }
float exprSigmoid(float a) { return exprIsNaN(a) ? a : 1.0 / (1.0 + exp(-a)); }
float exprTanh(float a) {
  if (exprIsNaN(a)) return a;
  float q = a * a;
  if (abs(a) < 0.25)
    return a * (1.0 + q * (-0.33333333 + q * (0.13333333 + q * (-0.053968254 + q * 0.021869489))));
  return sign(a) * (1.0 - 2.0 / (exp(2.0 * min(abs(a), 20.0)) + 1.0));
}
float exprErf(float a) {
  if (exprIsNaN(a)) return a;
  float q = a * a;
  if (abs(a) < 0.5)
    return 1.1283792 * a * (1.0 + q * (-0.33333333 + q * (0.1 + q * (-0.023809524 + q * (0.0046296296 - q * 0.00075757576)))));
  float t = 1.0 / (1.0 + 0.3275911 * abs(a));
  float tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return sign(a) * (1.0 - tail * exp(-min(q, 80.0)));
}
float exprSine(float a, int quarters) {
  if (exprIsNaN(a) || abs(a) > 3.4e38) return exprNaN();
  if (abs(a) > 3.0e4) return quarters == 0 ? sin(a) : cos(a);
  float turns = floor(a * 0.63661977 + 0.5);
  float r = ((a - turns * 1.5703125) - turns * 4.83751296997e-4) - turns * 7.54978995489e-8;
  float q = r * r;
  int place = int(turns) + quarters;
  float size = (place & 1) == 0
    ? ((-1.9515295891e-4 * q + 8.3321608736e-3) * q - 1.6666654611e-1) * q * r + r
    : ((2.443315711809948e-5 * q - 1.388731625493765e-3) * q + 4.166664568298827e-2) * q * q - 0.5 * q + 1.0;
  return (place & 2) == 0 ? size : -size;
}
float exprSin(float a) { return exprSine(a, 0); }
float exprCos(float a) { return exprSine(a, 1); }
float exprLog(float a) { return exprIsNaN(a) ? a : a < 0.0 ? exprNaN() : log(a); }
float exprSqrt(float a) { return exprIsNaN(a) ? a : a < 0.0 ? exprNaN() : sqrt(a); }
float exprPow(float a, float b) {
  if (b == 0.0) return 1.0;
  if (exprIsNaN(a) || exprIsNaN(b)) return exprNaN();
  if (b == 1.0) return a;
  if (b == 2.0) return a * a;
  if (b == 3.0) return a * a * a;
  if (b == -1.0) return 1.0 / a;
  if (a > 0.0) return pow(a, b);
  bool whole = floor(b) == b;
  bool odd = whole && mod(abs(b), 2.0) == 1.0;
  if (a == 0.0) return b > 0.0 ? 0.0 : 1.0 / (odd ? a : 0.0);
  if (!whole) return exprNaN();
  return (odd ? -1.0 : 1.0) * pow(-a, b);
}
`;

/** A decimal number that GLSL reads as a float. */
function literal(value: number): string {
  const text = value.toExponential();
  return text.includes(".") ? text : text.replace("e", ".0e");
}

const CALLS: Readonly<Record<string, string>> = {
  exp: "exp",
  log: "exprLog",
  sqrt: "exprSqrt",
  abs: "abs",
  sin: "exprSin",
  cos: "exprCos",
  tanh: "exprTanh",
  sigmoid: "exprSigmoid",
  erf: "exprErf",
};

/**
 * An expression as GLSL of one float, to stand after `glslPrelude`. Everything printed comes from
 * the tree: fixed words, float literals, and the name of the variable; never a reader's text.
 *
 * @param variable name of the float that x is; letters and digits.
 */
export function glslOf(expression: Expression, variable = "x"): string {
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(variable))
    throw new TypeError(`${variable} is no name for a variable`);
  const print = (of: Expression): string => {
    switch (of.kind) {
      case "number":
        return literal(of.value);
      case "variable":
        return variable;
      case "negate":
        return `(-${print(of.of)})`;
      case "unary":
        return isNamedActivation(of.name)
          ? print(expanded(of.name, of.of))
          : `${CALLS[of.name]}(${print(of.of)})`;
      case "extreme":
        return `${of.name === "min" ? "exprMin" : "exprMax"}(${print(of.left)}, ${print(of.right)})`;
      case "where": {
        const { comparison, left, right } = of.condition;
        const [a, b] = [print(left), print(right)];
        const chosen = `(${a} ${comparison} ${b} ? ${print(of.met)} : ${print(of.unmet)})`;
        return `(exprIsNaN(${a}) || exprIsNaN(${b}) ? exprNaN() : ${chosen})`;
      }
      case "binary":
        return of.operator === "^"
          ? `exprPow(${print(of.left)}, ${print(of.right)})`
          : `(${print(of.left)} ${of.operator} ${print(of.right)})`;
    }
  };
  return print(expression);
}
