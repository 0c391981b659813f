import { expect, test } from "vitest";
import { derivative } from "./derivative";
import { evaluator } from "./evaluate";
import { points, randomExpression, randomText } from "./fuzz.fixture";
import { glslOf, glslPrelude } from "./glsl";
import { parse } from "./parse";
import { ParseError } from "./tokens";

const SAFE = new Set([
  ..."(),?:+-*/<>",
  "<=",
  ">=",
  "||",
  "x",
  "exp",
  "abs",
  "exprSin",
  "exprCos",
  "exprLog",
  "exprSqrt",
  "exprTanh",
  "exprSigmoid",
  "exprErf",
  "exprMax",
  "exprMin",
  "exprPow",
  "exprNaN",
  "exprIsNaN",
]);

/** Words and signs of GLSL that no printed expression may hold. */
function strangers(glsl: string): readonly string[] {
  const tokens = glsl.match(/\d+\.\d+e[+-]\d+|[A-Za-z_]\w*|<=|>=|\|\||\S/g) ?? [];
  return tokens.filter((token) => !SAFE.has(token) && !/^\d+\.\d+e[+-]\d+$/.test(token));
}

test(
  "50,000 texts are read or refused, and print nothing of their own",
  { timeout: 60_000 },
  () => {
    let read = 0;
    for (let seed = 0; seed < 50_000; seed++) {
      const text = randomText(seed);
      try {
        const expression = parse(text);
        read++;
        for (const one of [expression, derivative(expression)]) {
          evaluator(one)(0.7);
          const odd = strangers(glslOf(one));
          if (odd.length > 0) expect.fail(`“${text}” prints ${odd.join(" ")}`);
        }
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        if (!(error.at >= 0 && error.at <= text.length))
          expect.fail(`“${text}” is refused at ${error.at}`);
      }
    }
    expect(read).toBeGreaterThan(2_000);
    expect(read).toBeLessThan(48_000);
  },
);

/** Central difference, or null where two steps disagree: at a corner, a pole or a cliff. */
function slopeOf(f: (x: number) => number, x: number): number | null {
  const [wide, narrow] = [1e-4, 5e-5].map((h) => (f(x + h) - f(x - h)) / (2 * h));
  if (!Number.isFinite(wide!) || !Number.isFinite(narrow!)) return null;
  const better = (4 * narrow! - wide!) / 3;
  return Math.abs(wide! - narrow!) <= 1e-6 * (1 + Math.abs(better)) ? better : null;
}

test("derivatives of 3,000 random expressions are those of central differences", () => {
  let compared = 0;
  let undefinedSlopes = 0;
  for (let seed = 0; seed < 3000; seed++) {
    const expression = randomExpression(seed);
    const f = evaluator(expression);
    const slope = evaluator(derivative(expression));
    for (const x of points) {
      const expected = slopeOf(f, x);
      const size = Math.abs(f(x));
      // Rounding of a large value drowns its differences.
      if (expected === null || !(size < 1e3 * (1 + Math.abs(expected)))) continue;
      const actual = slope(x);
      // A root or power at 0 has an infinite slope; times an inner slope of 0 that is NaN.
      if (Number.isNaN(actual)) {
        undefinedSlopes++;
        continue;
      }
      compared++;
      if (!(Math.abs(actual - expected) <= 2e-5 * (1 + Math.abs(expected))))
        expect.fail(`${glslOf(expression)} at ${x}: ${actual}, not ${expected}`);
    }
  }
  expect(compared).toBeGreaterThan(15_000);
  expect(undefinedSlopes).toBeLessThan(compared / 50);
});

test("the prelude defines every helper that is printed", () => {
  const helpers = [...SAFE].filter((word) => word.startsWith("expr"));
  expect(helpers.filter((word) => !glslPrelude.includes(` ${word}(`))).toEqual([]);
});

test("numbers print as GLSL floats, and only names may be variables", () => {
  expect(glslOf(parse("2 + 1e-7 + 300"))).toBe("((2.0e+0 + 1.0e-7) + 3.0e+2)");
  expect(glslOf(parse("x"), "z")).toBe("z");
  expect(() => glslOf(parse("x"), "x; discard")).toThrow(TypeError);
});
