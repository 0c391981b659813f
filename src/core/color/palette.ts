import { oklch, type Rgb } from "./oklab";
import type { Tint } from "./scale";

/** A palette's name; `"plane-…"` are the tinted greys of colour planes. */
export type PaletteName = "signed" | "grey" | "sequential" | "angle" | `plane-${Tint}`;

/** Entries in every palette. */
export const PALETTE_SIZE = 256;

/** Entry of zero in the signed palette; entries 1 and 255 are the ends, 0 repeats 1. */
export const SIGNED_ZERO = 128;

const HUE = { negative: 255, positive: 42, sequential: 300 } as const;

function ramp(color: (t: number) => Rgb): Uint8ClampedArray {
  const table = new Uint8ClampedArray(PALETTE_SIZE * 4);
  for (let i = 0; i < PALETTE_SIZE; i++) {
    table.set(color(i / (PALETTE_SIZE - 1)), i * 4);
    table[i * 4 + 3] = 255;
  }
  return table;
}

/** Near white at 0, as light on one side as on the other: sign is hue, size is darkness. */
function signed(t: number): Rgb {
  const value = Math.max((t * (PALETTE_SIZE - 1) - SIGNED_ZERO) / (SIGNED_ZERO - 1), -1);
  const size = Math.abs(value);
  const hue = value < 0 ? HUE.negative : HUE.positive;
  return oklch(0.975 - 0.5 * size ** 0.85, 0.175 * size ** 0.7, hue);
}

function sequential(t: number): Rgb {
  return oklch(0.975 - 0.62 * t ** 0.85, 0.17 * t ** 0.7, HUE.sequential);
}

/** Red where brightness rises to the right, then green-yellow downwards, and round. */
function angle(t: number): Rgb {
  return oklch(0.68, 0.15, 360 * t - 155);
}

const tints: Record<Tint, Rgb> = {
  red: [255, 92, 80],
  green: [84, 214, 110],
  blue: [104, 150, 255],
  grey: [255, 255, 255],
};

function plane(tint: Tint) {
  const [red, green, blue] = tints[tint];
  return (t: number): Rgb => [red * t, green * t, blue * t];
}

/** The 256 RGBA entries of a palette, made anew; every tier and legend draws from these. */
export function palette(name: PaletteName): Uint8ClampedArray {
  switch (name) {
    case "signed":
      return ramp(signed);
    case "sequential":
      return ramp(sequential);
    case "angle":
      return ramp((t) => angle((t * (PALETTE_SIZE - 1)) / PALETTE_SIZE));
    case "grey":
      return ramp(plane("grey"));
    default:
      return ramp(plane(name.slice("plane-".length) as Tint));
  }
}

/** The two colours of the hatch that marks NaN and infinities, RGBA. */
export const HATCH = [
  [214, 0, 147, 255],
  [52, 6, 40, 255],
] as const;

/** Which hatch colour an output pixel takes: stripes of 4 pixels falling to the left. */
export function hatchAt(x: number, y: number): 0 | 1 {
  return (((x + y) >> 2) & 1) as 0 | 1;
}

/** The background of a picture in angle colours, where the magnitude is 0. */
export const ANGLE_BACKGROUND: Rgb = [247, 247, 247];
