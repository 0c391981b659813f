import {
  depthOf,
  nodeCount,
  type BinaryOperator,
  type Comparison,
  type Condition,
  type Expression,
  type UnaryName,
} from "./ast";
import { ParseError, tokensOf, type Token } from "./tokens";

export const MOST_CHARACTERS = 200;
export const MOST_NODES = 64;
export const DEEPEST = 16;

/** Every name of the language that is called with one argument, and what it means. */
const UNARY = new Map<string, UnaryName>([
  ...(
    [
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
      "elu",
      "selu",
      "gelu",
      "silu",
      "mish",
      "softplus",
      "softsign",
    ] as const
  ).map((name) => [name, name] as const),
  ["ln", "log"],
  ["swish", "silu"],
  ["leakyrelu", "leakyRelu"],
  ["hardtanh", "hardTanh"],
]);

const CONSTANTS = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

/** Every name a formula may use, for help beside the field. */
export const languageNames: readonly string[] = [
  "x",
  ...CONSTANTS.keys(),
  ...UNARY.keys(),
  "min",
  "max",
  "where",
];

/** How tightly an operator holds its left side; ^ groups to the right. */
const BINDING: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 };
/** A minus in front holds tighter than × but not than ^: −x² is −(x²). */
const MINUS = 3;

interface Reader {
  peek(): Token;
  take(): Token;
}

const isSign = (token: Token, text: string): boolean =>
  token.kind === "sign" && token.text === text;

function described(token: Token): string {
  if (token.kind === "end") return "the formula ends";
  return token.kind === "number" ? `${token.value} stands` : `“${token.text}” stands`;
}

function expect(reader: Reader, text: string): void {
  const token = reader.take();
  if (!isSign(token, text))
    throw new ParseError(`${described(token)} where “${text}” is due`, token.at);
}

function sum(reader: Reader, binding: number): Expression {
  let left = operand(reader);
  for (;;) {
    const token = reader.peek();
    const own = token.kind === "sign" ? (BINDING[token.text] ?? 0) : 0;
    if (token.kind !== "sign" || own <= binding) return left;
    reader.take();
    const operator = token.text as BinaryOperator;
    const right = sum(reader, operator === "^" ? own - 1 : own);
    left = { kind: "binary", operator, left, right };
  }
}

function operand(reader: Reader): Expression {
  const token = reader.take();
  if (token.kind === "number") return { kind: "number", value: token.value };
  if (token.kind === "name") return named(reader, token.text, token.at);
  if (isSign(token, "-")) return { kind: "negate", of: sum(reader, MINUS) };
  if (isSign(token, "+")) return sum(reader, MINUS);
  if (!isSign(token, "("))
    throw new ParseError(`${described(token)} where a number, x or a function is due`, token.at);
  const inner = sum(reader, 0);
  expect(reader, ")");
  return inner;
}

function named(reader: Reader, text: string, at: number): Expression {
  const name = text.toLowerCase();
  if (name === "x" || name === "z") return { kind: "variable" };
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) return { kind: "number", value: constant };
  const unary = UNARY.get(name);
  if (!unary && name !== "min" && name !== "max" && name !== "where")
    throw new ParseError(`“${text}” is no function of this language`, at);
  expect(reader, "(");
  const result = unary
    ? ({ kind: "unary", name: unary, of: sum(reader, 0) } as const)
    : name === "where"
      ? whereOf(reader)
      : extremeOf(reader, name === "min" ? "min" : "max");
  expect(reader, ")");
  return result;
}

function extremeOf(reader: Reader, name: "min" | "max"): Expression {
  const left = sum(reader, 0);
  expect(reader, ",");
  return { kind: "extreme", name, left, right: sum(reader, 0) };
}

function whereOf(reader: Reader): Expression {
  const condition = conditionOf(reader);
  expect(reader, ",");
  const met = sum(reader, 0);
  expect(reader, ",");
  return { kind: "where", condition, met, unmet: sum(reader, 0) };
}

function conditionOf(reader: Reader): Condition {
  const left = sum(reader, 0);
  const token = reader.take();
  if (token.kind !== "sign" || !["<", "<=", ">", ">="].includes(token.text))
    throw new ParseError(`${described(token)} where a comparison is due, such as x > 0`, token.at);
  return { comparison: token.text as Comparison, left, right: sum(reader, 0) };
}

/**
 * Reads a formula in x: numbers, pi, e, + − × ÷ ^, parentheses, min, max, where(x > 0, a, b), and the
 * functions of `languageNames`. Nothing else is taken; names do not mind capitals; z is x.
 *
 * @throws {ParseError} pointing at the character where it goes wrong; for more than 200 characters,
 *   64 parts or 16 levels.
 */
export function parse(source: string): Expression {
  if (source.length > MOST_CHARACTERS)
    throw new ParseError(`a formula may have ${MOST_CHARACTERS} characters`, MOST_CHARACTERS);
  const tokens = tokensOf(source);
  let next = 0;
  const reader: Reader = {
    peek: () => tokens[next]!,
    take: () => tokens[next < tokens.length - 1 ? next++ : next]!,
  };
  const expression = sum(reader, 0);
  const rest = reader.peek();
  if (rest.kind !== "end")
    throw new ParseError(`${described(rest)} where the formula should end`, rest.at);
  if (nodeCount(expression) > MOST_NODES)
    throw new ParseError(`a formula may have ${MOST_NODES} parts`, source.length);
  if (depthOf(expression) > DEEPEST)
    throw new ParseError(`a formula may be nested ${DEEPEST} deep`, source.length);
  return expression;
}
