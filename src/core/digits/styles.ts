import type { DigitStyle } from "./style";
import { eight } from "./templates/eight";
import { five } from "./templates/five";
import { four } from "./templates/four";
import { nine } from "./templates/nine";
import { one } from "./templates/one";
import { seven } from "./templates/seven";
import { six } from "./templates/six";
import { three } from "./templates/three";
import { two } from "./templates/two";
import { zero } from "./templates/zero";

/** The writing styles by digit, 46 in all. */
export const digitStyles: readonly (readonly DigitStyle[])[] = [
  zero,
  one,
  two,
  three,
  four,
  five,
  six,
  seven,
  eight,
  nine,
];

/** Which styles may be written: those to train on, the reserved ones, or both. */
export type StyleChoice = "training" | "reserved" | "all";

/**
 * A style of the digit, drawn by weight among the allowed ones.
 *
 * @param at a number in [0, 1)
 * @returns the style's place in its digit's table
 */
export function pickStyle(label: number, choice: StyleChoice, at: number): number {
  const table = digitStyles[label]!;
  const allowed = table
    .map((style, place) => ({ style, place }))
    .filter(
      ({ style }) => choice === "all" || (choice === "reserved") === (style.reserved ?? false),
    );
  const total = allowed.reduce((sum, { style }) => sum + style.weight, 0);
  let left = at * total;
  for (const { style, place } of allowed) {
    left -= style.weight;
    if (left < 0) return place;
  }
  return allowed.at(-1)!.place;
}
