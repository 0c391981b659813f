import type { StyleChoice } from "./styles";

type Range = readonly [low: number, high: number];

/**
 * What varies from one digit to the next. A deviation is the standard deviation of a normal
 * distribution, a range that of a uniform one; pixels are those of a 28 × 28 picture.
 */
export interface DigitOptions {
  /** The digit to write; without it each is equally likely. */
  readonly label?: number;
  readonly styles: StyleChoice;
  /** Deviation of each control point, as a share of the digit's box. */
  readonly jitter: number;
  /** Deviation of the rotation, in degrees. */
  readonly rotation: number;
  /** Slant to the right; a one slants by .1 more, and 1.4 times as variably. */
  readonly shear: { readonly mean: number; readonly deviation: number };
  /** Deviation of the logarithm of width over height; a one keeps its own. */
  readonly aspect: number;
  /** Amplitude of a smooth bending of the whole digit. */
  readonly warp: number;
  /** Deviation of the logarithm of the exponent that moves the middle up or down. */
  readonly split: number;
  /** Deviation of the widening from top to bottom. */
  readonly taper: number;
  /** Width of the pen in pixels. */
  readonly thickness: Range;
  /** Width of the pen's soft edge in pixels. */
  readonly softness: Range;
  /** Ink strength; above 1 the core of a stroke is saturated. */
  readonly gain: Range;
  /** Longer side of the ink in pixels; `null` leaves the size as written. */
  readonly box: Range | null;
  /** Centre of mass of the strokes into the middle, as MNIST does it. */
  readonly centered: boolean;
  /** Deviation of the position, in pixels. */
  readonly shift: number;
  /** Probability that a stroke loses up to an eighth of its end. */
  readonly clippedEnds: number;
  /** Deviation of noise added to every pixel. */
  readonly noise: number;
}

/**
 * The settings under which a network trained on these digits reads real handwriting best.
 * Chosen by experiment: several styles per digit matter most, then thickness, slant and jitter.
 */
export const digitDefaults: DigitOptions = {
  styles: "training",
  jitter: 0.075,
  rotation: 11,
  shear: { mean: 0.15, deviation: 0.28 },
  aspect: 0.26,
  warp: 0.03,
  split: 0.15,
  taper: 0.25,
  thickness: [1.3, 3.6],
  softness: [0.7, 1.3],
  gain: [1, 1.4],
  box: [18.5, 20.5],
  centered: true,
  shift: 0.6,
  clippedEnds: 0.4,
  noise: 0,
};
