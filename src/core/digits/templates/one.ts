import { curve, line, type DigitStyle } from "../style";

/** Ways to write a 1. */
export const one: readonly DigitStyle[] = [
  {
    weight: 1,
    strokes: [line([0.5, 0], [0.5, 1])],
  },
  {
    weight: 0.15,
    reserved: true,
    strokes: [line([0.25, 0.22], [0.5, 0], [0.5, 1])],
  },
  {
    weight: 0.08,
    strokes: [line([0.25, 0.22], [0.5, 0], [0.5, 1]), line([0.2, 1], [0.8, 1])],
  },
  {
    weight: 0.2,
    strokes: [curve([0.52, 0], [0.48, 0.5], [0.52, 1])],
  },
];
