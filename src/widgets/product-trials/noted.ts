import type { State } from "./schema";

/** What the notes' own loop printed, for width 512 with ReLU. */
export const NOTED = { trials: 10_000, mean: 9.01886348772049, rms: 15.995159460657934 };

/** Whether these are trials of the notes' layer. */
export const isNoted = ({ width, activation }: State): boolean =>
  width === 512 && activation === "relu";
