import type { Codec } from "../../schema/codec";

/** Points of one movement of the pen: x and y by turns, each 0 to 63. */
export type Stroke = readonly number[];

/** Cells along each side of the drawing board. */
export const BOARD = 64;
export const MOST_STROKES = 12;
/** Points of one stroke at most. */
export const MOST_POINTS = 160;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function readStroke(text: string): Stroke | null {
  if (text.length % 2 === 1 || text.length < 2 || text.length > 2 * MOST_POINTS) return null;
  const places = [...text].map((letter) => alphabet.indexOf(letter));
  return places.every((place) => place >= 0) ? places : null;
}

const writeStroke = (stroke: Stroke) => stroke.map((place) => alphabet[place]).join("");

/** Strokes in a link: two letters a point, a dot between strokes; empty for a blank board. */
export function strokesCodec(usual: readonly Stroke[]): Codec<readonly Stroke[]> {
  const write = (strokes: readonly Stroke[]) => strokes.map(writeStroke).join(".");
  return {
    default: usual,
    parse(text) {
      if (text === "") return [];
      const strokes = text.split(".", MOST_STROKES + 1).map(readStroke);
      if (strokes.length > MOST_STROKES) return null;
      return strokes.every((stroke) => stroke !== null) ? strokes : null;
    },
    serialize: write,
    equals: (a, b) => write(a) === write(b),
  };
}

/** A place on the board as whole cells inside it. */
export function boardPoint(x: number, y: number): readonly [number, number] {
  const inside = (value: number) => Math.min(Math.max(Math.round(value), 0), BOARD - 1);
  return [inside(x), inside(y)];
}

/** The strokes with a new one begun at a point; the board's last place drops nothing. */
export function begun(strokes: readonly Stroke[], x: number, y: number): readonly Stroke[] {
  return strokes.length >= MOST_STROKES ? strokes : [...strokes, [...boardPoint(x, y)]];
}

/** The strokes with the last one drawn on to a point, if that is a new cell. */
export function drawnOn(strokes: readonly Stroke[], x: number, y: number): readonly Stroke[] {
  const last = strokes.at(-1);
  const [column, row] = boardPoint(x, y);
  if (!last || last.length >= 2 * MOST_POINTS) return strokes;
  if (last.at(-2) === column && last.at(-1) === row) return strokes;
  return [...strokes.slice(0, -1), [...last, column, row]];
}
