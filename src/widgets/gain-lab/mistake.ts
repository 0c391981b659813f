import { mistakeIn, type Mistake } from "../../core/expression/mistake";
import type { Chosen } from "./activations";

/** What is wrong with a typed formula; `null` where nothing is, or nothing is typed. */
export const mistakeOf = ({ activation, formula }: Chosen): Mistake | null =>
  activation === "typed" ? mistakeIn(formula) : null;
