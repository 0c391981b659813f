import { describe, expect, it, test } from "vitest";
import { activationOf } from "../activation/activations";
import { activationMoments } from "../moments/activation-moments";
import { evaluator } from "./evaluate";
import { languageNames, parse } from "./parse";
import { ParseError } from "./tokens";

const at = (formula: string, x: number): number => evaluator(parse(formula))(x);

test.each([
  ["1 + 2*3", 0, 7],
  ["2^3^2", 0, 512],
  ["-x^2", 3, -9],
  ["2^-x", 2, 0.25],
  ["(1 - 2) - 3", 0, -4],
  ["1 - (2 - 3)", 0, 2],
  ["6/2/3", 0, 1],
  ["--x", 5, 5],
  ["2 × x − 1 ÷ 4", 3, 5.75],
  ["max(0, x)", -2, 0],
  ["MIN(x, 1)", 5, 1],
  ["where(x >= 1, 10, 20)", 1, 10],
  ["where(x < 1, 10, 20)", 1, 20],
  [".5e1 + 2.", 0, 7],
  ["ln(e)", 0, 1],
  ["sin(pi/2)", 0, 1],
  ["leakyrelu(x)", -1, -0.01],
  ["z + 1", 1, 2],
] as const)("%s at %s is %s", (formula, x, expected) => {
  expect(at(formula, x)).toBeCloseTo(expected, 14);
});

describe("what has no value", () => {
  it("is NaN, and growth without bound is infinity", () => {
    expect(at("sqrt(x)", -1)).toBeNaN();
    expect(at("log(x)", -1)).toBeNaN();
    expect(at("log(x)", 0)).toBe(-Infinity);
    expect(at("1/x", 0)).toBe(Infinity);
    expect(at("max(x, 1)", Number.NaN)).toBeNaN();
    expect(at("where(x > 0, 1, 2)", Number.NaN)).toBeNaN();
  });
});

test.each([
  ["", 0],
  ["x +", 3],
  ["x x", 2],
  ["2x", 1],
  ["(x", 2],
  ["x)", 1],
  ["foo(x)", 0],
  ["1 + toString(x)", 4],
  ["x + $", 4],
  ["exp x", 4],
  ["max(x)", 5],
  ["where(x, 1, 2)", 7],
  ["x > 0", 2],
  ["1e999", 0],
  ["х", 0],
  ["x.constructor", 1],
  ["x /* y */", 3],
  ["constructor", 0],
  ["__proto__", 0],
])("“%s” is refused at character %s", (formula, where) => {
  try {
    parse(formula);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ParseError);
    expect((error as ParseError).at).toBe(where);
  }
});

describe("the limits", () => {
  it("are 200 characters, 64 parts and 16 levels", () => {
    expect(() => parse(`x${" ".repeat(199)}`)).not.toThrow();
    expect(() => parse(`x${" ".repeat(200)}`)).toThrow(/200 characters/);
    expect(() => parse("x".concat("+x".repeat(7)))).not.toThrow();
    const wide = `min(${Array.from({ length: 4 }, () => "max(x+1,x*x)+max(x-1,x/2)").join("+")},x)`;
    expect(() => parse(`(${wide})*(${wide.slice(0, 60)},x))`)).toThrow(ParseError);
    expect(() => parse(`${"exp(".repeat(15)}x${")".repeat(15)}`)).not.toThrow();
    expect(() => parse(`${"exp(".repeat(16)}x${")".repeat(16)}`)).toThrow(/16 deep/);
    expect(() => parse(`${"(".repeat(99)}x${")".repeat(99)}`)).not.toThrow();
  });

  it("hold for parts too", () => {
    const balanced = (levels: number): string =>
      levels === 0 ? "x" : `(${balanced(levels - 1)}+${balanced(levels - 1)})`;
    expect(() => parse(balanced(5))).not.toThrow();
    expect(() => parse(balanced(5).replaceAll("x", "-x"))).toThrow(/64 parts/);
  });
});

describe("a typed formula", () => {
  it("is an activation like any other", () => {
    const typed = activationOf({ name: "formula", formula: "where(x > 0, x, 0)" });
    const { gain, chi } = activationMoments(typed);
    expect(gain).toBeCloseTo(Math.SQRT2, 10);
    expect(chi).toBeCloseTo(1, 10);
    expect(typed.derivative(0)).toBe(0);
  });

  test.each(["gelu", "silu", "mish", "selu", "softplus", "softsign", "hardTanh", "relu6"] as const)(
    "that calls %s agrees with it, derivative too",
    (name) => {
      const typed = activationOf({ name: "formula", formula: `${name}(x)` });
      const known = activationOf(name);
      for (let x = -5.03; x < 5; x += 0.31) {
        expect(typed.value(x)).toBeCloseTo(known.value(x), 14);
        expect(typed.derivative(x)).toBeCloseTo(known.derivative(x), 11);
      }
      expect(typed.derivative(0)).toBeCloseTo(known.derivative(0), 11);
    },
  );
});

test.each(languageNames)("the name %s is understood", (name) => {
  const uses = [name, `${name}(x)`, `${name}(x, 1)`, `${name}(x > 0, x, 1)`];
  const understood = uses.filter((formula) => {
    try {
      return parse(formula);
    } catch (error) {
      expect(error).toBeInstanceOf(ParseError);
      return false;
    }
  });
  expect(understood).toHaveLength(1);
});
