import { parse } from "../../core/expression/parse";
import { ParseError } from "../../core/expression/tokens";
import type { Chosen } from "./activations";

export interface Mistake {
  readonly message: string;
  /** The character, from 0. */
  readonly at: number;
}

/** What is wrong with a typed formula; `null` where nothing is, or nothing is typed. */
export function mistakeOf({ activation, formula }: Chosen): Mistake | null {
  if (activation !== "typed") return null;
  try {
    parse(formula);
    return null;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { message: error.message, at: error.at };
  }
}
