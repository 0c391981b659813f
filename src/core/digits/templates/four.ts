import { curve, line, type DigitStyle } from "../style";

/** Ways to write a 4. */
export const four: readonly DigitStyle[] = [
  {
    weight: 0.15,
    strokes: [line([0.6, 0], [0.05, 0.5], [0.95, 0.48]), line([0.55, 0.25], [0.5, 1])],
  },
  {
    weight: 0.2,
    strokes: [
      curve([0.1, 0.05], [0.05, 0.4], [0.35, 0.5], [0.75, 0.4], [0.8, 0.05]),
      curve([0.8, 0.05], [0.76, 0.5], [0.7, 1]),
    ],
  },
  {
    weight: 1,
    strokes: [line([0.2, 0], [0.08, 0.52], [0.95, 0.5]), line([0.78, 0.02], [0.66, 1])],
  },
  {
    weight: 0.5,
    reserved: true,
    strokes: [line([0.7, 0], [0.05, 0.62], [0.97, 0.6]), line([0.7, 0], [0.66, 1])],
  },
  {
    weight: 0.9,
    strokes: [
      curve([0.15, 0.02], [0.06, 0.38], [0.3, 0.54], [0.85, 0.42]),
      curve([0.88, 0], [0.8, 0.45], [0.72, 1]),
    ],
  },
  {
    weight: 0.3,
    strokes: [
      curve([0.35, 0], [0.08, 0.4], [0.2, 0.54], [0.6, 0.5], [0.95, 0.46]),
      line([0.75, 0.15], [0.6, 1]),
    ],
  },
];
