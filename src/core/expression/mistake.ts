import { parse } from "./parse";
import { ParseError } from "./tokens";

/** What is wrong with a formula, and from which character on, counted from 0. */
export type Mistake = Pick<ParseError, "message" | "at">;

/** The mistake that makes a text no formula, or `null` for a good one. */
export function mistakeIn(formula: string): Mistake | null {
  try {
    parse(formula);
    return null;
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}
