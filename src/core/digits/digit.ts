import type { Tensor } from "../tensor";
import { createDraws } from "./draws";
import type { Draws } from "./draws";
import { deform, writtenPaths } from "./handwriting";
import { centerOfMass, fitToBox, scale, translate } from "./normalize";
import { digitDefaults } from "./options";
import type { DigitOptions } from "./options";
import type { Path } from "./path";
import { inked } from "./pen";
import type { Pen } from "./pen";
import { digitStyles, pickStyle } from "./styles";

/** A digit drawn by code, as a person might have written it. */
export interface Digit {
  /** `[28, 28]`, 0 is paper, 1 is ink. */
  readonly image: Tensor;
  /** Which digit, 0 to 9. */
  readonly label: number;
  /** Place of the writing style in `digitStyles[label]`. */
  readonly style: number;
}

/** Pixels along each side, as in MNIST. */
export const digitSide = 28;

const digitStream = 0xd161;

/**
 * The digit at (seed, index): the same for the same options on every machine, and none depends
 * on another, so a data set can be made in any order.
 *
 * Template strokes with jittered control points become splines, are bent, slanted and turned,
 * scaled so that the longer side has about 20 pixels, and moved so that the centre of mass is in
 * the middle, as MNIST was made (LeCun, Cortes & Burges 1998); a soft pen then inks them.
 *
 * @param seed whole number from 0
 * @param index whole number from 0, below 2³²
 */
export function digit(seed: number, index: number, options: Partial<DigitOptions> = {}): Digit {
  const o = { ...digitDefaults, ...options };
  const draws = createDraws(seed, digitStream, index);
  const written = writeDigit(o, draws, 28);
  const pixels = inked(written.paths, digitSide, written.pen);
  if (o.noise > 0) {
    for (let at = 0; at < pixels.length; at++) {
      pixels[at] = Math.min(Math.max(pixels[at]! + draws.normal(0, o.noise), 0), 1);
    }
  }
  return {
    image: { shape: [digitSide, digitSide], data: pixels },
    label: written.label,
    style: written.style,
  };
}

interface WrittenDigit {
  readonly label: number;
  readonly style: number;
  /** In pixels of a 28 × 28 picture. */
  readonly paths: readonly Path[];
  readonly pen: Pen;
}

function writeDigit(o: DigitOptions, draws: Draws, detail: number): WrittenDigit {
  const drawn = draws.below(10);
  const label = o.label ?? drawn;
  const style = pickStyle(label, o.styles, draws.between(0, 1));
  const paths = writtenPaths(digitStyles[label]![style]!.strokes, o, detail, draws);
  deform(paths, label, o, draws);
  const thickness = draws.between(...o.thickness);
  if (o.box) fitToBox(paths, draws.between(...o.box) - thickness);
  else scale(paths, 18);
  const [x, y] = o.centered ? centerOfMass(paths) : [0, 0];
  const middle = (digitSide - 1) / 2;
  translate(paths, middle - x + draws.normal(0, o.shift), middle - y + draws.normal(0, o.shift));
  const pen = { thickness, softness: draws.between(...o.softness), gain: draws.between(...o.gain) };
  return { label, style, paths, pen };
}

/**
 * The same writing at another size: `[side, side]` with a crisp pen.
 *
 * @param side pixels along each side, at least 8
 */
export function enlargedDigit(
  seed: number,
  index: number,
  side: number,
  options: Partial<DigitOptions> = {},
): Tensor {
  const draws = createDraws(seed, digitStream, index);
  const { paths, pen } = writeDigit({ ...digitDefaults, ...options }, draws, 112);
  const zoom = side / digitSide;
  translate(paths, 0.5, 0.5);
  scale(paths, zoom);
  translate(paths, -0.5, -0.5);
  const softness = Math.max(1, pen.softness * zoom * 0.25);
  const data = inked(paths, side, { thickness: pen.thickness * zoom, softness, gain: 1 });
  return { shape: [side, side], data };
}
