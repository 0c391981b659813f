import type { Codec } from "../codec";
import { fits, longest, sameItems, type Length } from "./length";

export interface CellsOptions {
  readonly length: Length;
  /** Smallest value of a cell; default 0. */
  readonly min?: number;
  /** Largest value of a cell, at most 35 above `min`. */
  readonly max: number;
  readonly default: readonly number[];
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const run = /([0-9a-z])(?:\((\d{1,6})\))?/gy;
/** Shorter runs are not worth their brackets. */
const WORTH = 5;

/** A list of small whole numbers, one letter each, counted from `min`; runs as `0(64)`. */
export function cells(options: CellsOptions): Codec<readonly number[]> {
  const { length, min = 0, max, default: usual } = options;
  return {
    default: usual,
    parse(text) {
      const values = readCells(text, longest(length));
      if (!values || !fits(values.length, length)) return null;
      const shifted = values.map((value) => value + min);
      return shifted.every((value) => value <= max) ? shifted : null;
    },
    serialize: (values) => writeCells(values.map((value) => value - min)),
    equals: sameItems,
  };
}

export function writeCells(values: readonly number[]): string {
  const letters = values.map((value) => DIGITS[value] ?? "0").join("");
  return letters.replace(/(.)\1*/g, (same, letter: string) =>
    same.length < WORTH ? same : `${letter}(${same.length})`,
  );
}

/** At most `most` cells; `null` for anything else. */
export function readCells(text: string, most: number): number[] | null {
  const values: number[] = [];
  run.lastIndex = 0;
  for (let at = 0; at < text.length; at = run.lastIndex) {
    run.lastIndex = at;
    const [, letter, times = "1"] = run.exec(text) ?? [];
    if (letter === undefined || values.length + Number(times) > most) return null;
    for (let i = 0; i < Number(times); i++) values.push(DIGITS.indexOf(letter));
  }
  return values;
}
