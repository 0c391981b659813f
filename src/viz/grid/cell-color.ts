import { palette } from "../../core/color/palette";

/** What is painted behind a number, and whether dark or light ink reads better on it. */
export interface CellColor {
  /** A CSS colour, or `null` for a value that is no finite number (hatched instead). */
  readonly fill: string | null;
  readonly ink: "dark" | "light";
}

export type CellScale = "signed" | "grey";

/**
 * The colour of one value: on the signed scale from −limit to +limit, on the grey one from 0 to
 * limit; values beyond the ends get the colour of the end.
 */
export function cellColor(value: number, limit: number, scale: CellScale = "signed"): CellColor {
  if (!Number.isFinite(value)) return { fill: null, ink: "dark" };
  const share = limit > 0 ? value / limit : 0;
  const position = scale === "signed" ? (share + 1) / 2 : share;
  const index = Math.round(Math.min(Math.max(position, 0), 1) * 255);
  const rgb = scale === "grey" ? ([index, index, index] as const) : signedEntry(index);
  return { fill: `rgb(${rgb.join(" ")})`, ink: luminance(rgb) > 0.3 ? "dark" : "light" };
}

/** Largest finite magnitude; 0 when there is none. */
export function largestMagnitude(values: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    const magnitude = Math.abs(values[index] ?? 0);
    if (Number.isFinite(magnitude)) largest = Math.max(largest, magnitude);
  }
  return largest;
}

/** Relative luminance of an sRGB colour, 0 to 1. Source: WCAG 2.2. */
export function luminance(rgb: readonly [number, number, number]): number {
  const [red, green, blue] = rgb.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const signedTable = palette("signed");

function signedEntry(index: number): readonly [number, number, number] {
  const at = index * 4;
  return [signedTable[at] ?? 0, signedTable[at + 1] ?? 0, signedTable[at + 2] ?? 0];
}
