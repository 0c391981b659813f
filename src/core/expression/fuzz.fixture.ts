import { normals, uniforms } from "../random/fill";
import type { Expression, UnaryName } from "./ast";

/** A stream of choices from a seed. */
export function choices(seed: number) {
  const values = uniforms(256, { seed, stream: 17 });
  let next = 0;
  const below = (count: number): number => Math.floor(values[next++ % values.length]! * count);
  return { below, of: <T>(list: readonly T[]): T => list[below(list.length)]! };
}

const NAMES: readonly UnaryName[] = [
  "exp",
  "log",
  "sqrt",
  "abs",
  "sin",
  "cos",
  "tanh",
  "sigmoid",
  "erf",
  "relu",
  "relu6",
  "leakyRelu",
  "elu",
  "selu",
  "gelu",
  "silu",
  "mish",
  "softplus",
  "softsign",
  "hardTanh",
];

/** A random expression of at most `depth` levels. */
export function randomExpression(seed: number, depth = 5): Expression {
  const pick = choices(seed);
  const grow = (left: number): Expression => {
    const kind = left <= 1 ? pick.below(2) : pick.below(10);
    if (kind === 0) return { kind: "number", value: pick.below(40) / 10 };
    if (kind <= 2 || left <= 1) return { kind: "variable" };
    if (kind === 3) return { kind: "negate", of: grow(left - 1) };
    if (kind <= 5) return { kind: "unary", name: pick.of(NAMES), of: grow(left - 1) };
    if (kind <= 7) {
      const operator = pick.of(["+", "-", "*", "/", "^"] as const);
      const right: Expression =
        operator === "^" && pick.below(2) === 0
          ? { kind: "number", value: pick.below(4) }
          : grow(left - 1);
      return { kind: "binary", operator, left: grow(left - 1), right };
    }
    if (kind === 8) {
      const name = pick.of(["min", "max"] as const);
      return { kind: "extreme", name, left: grow(left - 1), right: grow(left - 1) };
    }
    return {
      kind: "where",
      condition: {
        comparison: pick.of(["<", "<=", ">", ">="] as const),
        left: grow(left - 1),
        right: grow(left - 1),
      },
      met: grow(left - 1),
      unmet: grow(left - 1),
    };
  };
  return grow(depth);
}

/** Points to try expressions at, away from round numbers. */
export const points: readonly number[] = [...normals(12, { seed: 99 })].map((z) => z * 1.7);

const PIECES = [
  ..."x0123456789.+-*/^(),<>= \t",
  ..."x(),",
  ..."−×÷≤≥ᵉеxх𝕩\u0000\u202e`'\"\\;{}[]$#@!&|~?:_",
  "exp(",
  "max(x,",
  "where(x>0,",
  "gelu(x)",
  "1e999",
  "1e-400",
  "/*",
  "*/ } void main(){for(;;){}}",
  "constructor.constructor('return 1')()",
  "__proto__",
  "toString(",
  "hasOwnProperty(x)",
  "import('x')",
  "${x}",
  "//",
  "x^x^x^x",
  "((((((((((",
  "))))))))))",
];

const FORMULAS = [
  "max(0, x)",
  "x * sigmoid(1.7 x)",
  "where(x > 0, x, 0.2*x)",
  "-x^2 + 3.5e-2*sin(pi*x)/(1+abs(x))",
  "gelu(x) - silu(x) + tanh(erf(x))",
];

/** Text that may or may not be a formula: pieces strung together, or a formula with a mistake in it. */
export function randomText(seed: number): string {
  const pick = choices(seed);
  if (pick.below(2) === 0)
    return Array.from({ length: pick.below(24) }, () => pick.of(PIECES)).join("");
  const text = [...pick.of(FORMULAS)];
  for (let edit = pick.below(3); edit >= 0; edit--) {
    const at = pick.below(text.length + 1);
    text.splice(at, pick.below(2), ...(pick.below(2) === 0 ? [pick.of(PIECES)] : []));
  }
  return text.join("");
}
