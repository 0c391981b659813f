import { ReceptiveError } from "../errors";

/** A formula that is none; `at` is the character, from 0, where it stops being one. */
export class ParseError extends ReceptiveError {
  readonly code = "expression";

  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

export type Token =
  | { readonly kind: "number"; readonly at: number; readonly value: number }
  | { readonly kind: "name"; readonly at: number; readonly text: string }
  | { readonly kind: "sign"; readonly at: number; readonly text: string }
  | { readonly kind: "end"; readonly at: number };

/** Letters outside ASCII that formulas are written with. */
const WRITTEN: Readonly<Record<string, string>> = {
  "−": "-",
  "×": "*",
  "·": "*",
  "÷": "/",
  "≤": "<=",
  "≥": ">=",
};

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/;
const NAME = /[A-Za-z][A-Za-z0-9]*/;
const SIGN = /<=|>=|[-+*/^(),<>−×·÷≤≥]/;
const SPACE = /[ \t\n\r]+/;

function match(pattern: RegExp, source: string, at: number): string | undefined {
  const sticky = new RegExp(pattern.source, "y");
  sticky.lastIndex = at;
  return sticky.exec(source)?.[0];
}

/**
 * Cuts a formula into numbers, names and signs.
 *
 * @throws {ParseError} at the first character that belongs to none, and for numbers too large.
 */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = match(SPACE, source, 0)?.length ?? 0;
  while (at < source.length) {
    const number = match(NUMBER, source, at);
    const name = match(NAME, source, at);
    const sign = match(SIGN, source, at);
    const text = number ?? name ?? sign;
    if (text === undefined)
      throw new ParseError(
        `“${String.fromCodePoint(source.codePointAt(at)!)}” has no meaning here`,
        at,
      );
    if (number !== undefined) {
      const value = Number(number);
      if (!Number.isFinite(value)) throw new ParseError(`${number} is too large`, at);
      tokens.push({ kind: "number", at, value });
    } else if (name !== undefined) tokens.push({ kind: "name", at, text: name });
    else tokens.push({ kind: "sign", at, text: WRITTEN[text] ?? text });
    at += text.length;
    at += match(SPACE, source, at)?.length ?? 0;
  }
  tokens.push({ kind: "end", at: source.length });
  return tokens;
}
