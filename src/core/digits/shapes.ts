import type { Tensor } from "../tensor";
import { createDraws } from "./draws";
import { scale, translate } from "./normalize";
import { inked } from "./pen";

/** The shapes, in the order of their labels. */
export const shapeNames = ["circle", "square", "triangle", "cross", "bars"] as const;

/** A simple figure, learned in seconds. */
export interface Shape {
  /** `[16, 16]`, 0 is paper, 1 is ink. */
  readonly image: Tensor;
  /** Place in `shapeNames`. */
  readonly label: number;
}

/** Pixels along each side. */
export const shapeSide = 16;

const shapeStream = 0x5a9e;

/** Outlines around 0, 0, about 2 across: x and y by turns. */
const outlines: readonly (readonly (readonly number[])[])[] = [
  [Array.from({ length: 50 }, (_, i) => turn(i >> 1, 24)[i & 1]!)],
  [[-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85, -0.85, -0.85]],
  [[0, -1, 0.95, 0.75, -0.95, 0.75, 0, -1]],
  [
    [-0.9, 0, 0.9, 0],
    [0, -0.9, 0, 0.9],
  ],
  [
    [-0.9, -0.75, 0.9, -0.75],
    [-0.9, 0, 0.9, 0],
    [-0.9, 0.75, 0.9, 0.75],
  ],
];

function turn(step: number, steps: number): readonly [number, number] {
  const angle = (2 * Math.PI * step) / steps;
  return [Math.cos(angle), Math.sin(angle)];
}

/**
 * The shape at (seed, index), of a random size, place, slight turn, proportion and pen; the same
 * on every machine.
 *
 * @param seed whole number from 0
 * @param index whole number from 0, below 2³²
 */
export function shape(seed: number, index: number): Shape {
  const draws = createDraws(seed, shapeStream, index);
  const label = draws.below(shapeNames.length);
  const paths = outlines[label]!.map((outline) => Float64Array.from(outline));
  const angle = (draws.normal(0, 8) * Math.PI) / 180;
  const stretch = Math.exp(draws.normal(0, 0.1));
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  for (const path of paths) {
    for (let at = 0; at < path.length; at += 2) {
      const [x, y] = [path[at]! * stretch, path[at + 1]! / stretch];
      path[at] = cosine * x - sine * y;
      path[at + 1] = sine * x + cosine * y;
    }
  }
  scale(paths, draws.between(4, 5.6));
  const middle = (shapeSide - 1) / 2;
  translate(paths, middle + draws.between(-1.2, 1.2), middle + draws.between(-1.2, 1.2));
  const pen = { thickness: draws.between(1.1, 1.9), softness: 1, gain: draws.between(0.85, 1.2) };
  return {
    image: { shape: [shapeSide, shapeSide], data: inked(paths, shapeSide, pen) },
    label,
  };
}
