import { ShapeMismatchError } from "../errors";
import {
  ANGLE_BACKGROUND,
  HATCH,
  hatchAt,
  palette,
  PALETTE_SIZE,
  SIGNED_ZERO,
  type PaletteName,
} from "./palette";
import { joinRanges, rangeOf, resolveLimit, type ColorScale, type PlaneRange } from "./scale";

export interface Colorized {
  /** Row-major RGBA, `height · width · 4` bytes. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Of the plane; of the magnitudes under the angle scale; of all planes of a picture. */
  readonly range: PlaneRange;
  readonly limit: number;
}

/** The palette that a scale looks its colours up in; a picture needs none. */
export function paletteNameOf(scale: ColorScale): PaletteName | null {
  switch (scale.kind) {
    case "signed":
    case "sequential":
    case "angle":
      return scale.kind;
    case "clip":
      return "grey";
    case "plane":
      return `plane-${scale.tint}`;
    case "picture":
      return null;
  }
}

/**
 * A value's palette entry as `floor(value · scale + offset)`, held between `least` and 255. Every
 * tier uses these three numbers, so that they agree on every pixel to the rounding of a product.
 */
export interface EntryRule {
  readonly scale: number;
  readonly offset: number;
  readonly least: number;
}

/** The entry rule of a scale with its limit resolved; for the angle scale, of the magnitude. */
export function entryRule(scale: ColorScale, limit: number): EntryRule {
  const last = PALETTE_SIZE - 1;
  switch (scale.kind) {
    case "signed":
      return { scale: (SIGNED_ZERO - 1) / limit, offset: SIGNED_ZERO + 0.5, least: 1 };
    case "clip": {
      const step = last / (scale.high - scale.low);
      return { scale: step, offset: 0.5 - scale.low * step, least: 0 };
    }
    default:
      return { scale: last / limit, offset: 0.5, least: 0 };
  }
}

function entryOf(value: number, rule: EntryRule): number {
  const entry = Math.floor(value * rule.scale + rule.offset);
  return entry < rule.least ? rule.least : entry > 255 ? 255 : entry;
}

const isFinite = (value: number) => value - value === 0;

/** RGBA bytes as one number each, in the byte order of this machine. */
function words(bytes: Uint8ClampedArray): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

/**
 * Pixels for one plane (signed, clip, plane, sequential), two (angle: x, y) or one to three
 * (picture), each `height × width` row-major. `range` may be given when it is known.
 *
 * @throws {ShapeMismatchError} too few planes or planes of another length.
 */
export function colorize(
  planes: readonly Float32Array[],
  width: number,
  height: number,
  scale: ColorScale,
  range?: PlaneRange,
): Colorized {
  const needed = scale.kind === "angle" ? 2 : 1;
  if (planes.length < needed || planes.some((values) => values.length !== width * height))
    throw new ShapeMismatchError(
      `${scale.kind} needs at least ${needed} plane(s) of ${height}×${width} numbers`,
    );
  const pixels = new Uint8ClampedArray(width * height * 4);
  const out = new Uint32Array(pixels.buffer);
  const hatch = HATCH.map((color) => words(Uint8ClampedArray.from(color))[0]!) as [number, number];
  const mark = (at: number) => hatch[hatchAt(at % width, Math.floor(at / width))];

  if (scale.kind === "picture") {
    const [red, green = red!, blue = red!] = planes;
    const rule = entryRule(scale, 1);
    for (let at = 0; at < out.length; at++) {
      const r = red![at]!;
      const g = green[at]!;
      const b = blue[at]!;
      if (!isFinite(r + g + b)) {
        out[at] = mark(at)!;
        continue;
      }
      pixels[at * 4] = entryOf(r, rule);
      pixels[at * 4 + 1] = entryOf(g, rule);
      pixels[at * 4 + 2] = entryOf(b, rule);
      pixels[at * 4 + 3] = 255;
    }
    return { pixels, range: range ?? joinRanges(planes.map(rangeOf)), limit: 1 };
  }

  if (scale.kind === "angle") return colorizeAngle(planes, pixels, scale, mark, range);

  const values = planes[0]!;
  const known = range ?? rangeOf(values);
  const limit = resolveLimit(scale, known);
  const rule = entryRule(scale, limit);
  const table = words(palette(paletteNameOf(scale)!));
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    out[at] = value - value === 0 ? table[entryOf(value, rule)]! : mark(at)!;
  }
  return { pixels, range: known, limit };
}

function colorizeAngle(
  [x, y]: readonly Float32Array[],
  pixels: Uint8ClampedArray<ArrayBuffer>,
  scale: ColorScale,
  mark: (at: number) => number | undefined,
  range?: PlaneRange,
): Colorized {
  const out = new Uint32Array(pixels.buffer);
  const magnitudes = Float32Array.from(x!, (value, at) => Math.hypot(value, y![at]!));
  const known = range ?? rangeOf(magnitudes);
  const limit = resolveLimit(scale, known);
  const table = palette("angle");
  magnitudes.forEach((magnitude, at) => {
    if (!isFinite(magnitude)) {
      out[at] = mark(at)!;
      return;
    }
    const entry = angleEntry(x![at]!, y![at]!);
    const strength = Math.min(magnitude / limit, 1);
    for (let c = 0; c < 3; c++) {
      const background = ANGLE_BACKGROUND[c]!;
      pixels[at * 4 + c] = Math.floor(
        background + (table[entry * 4 + c]! - background) * strength + 0.5,
      );
    }
    pixels[at * 4 + 3] = 255;
  });
  return { pixels, range: known, limit };
}

/** Entry of the angle palette for a direction; 128 points right, 192 down (y grows downwards). */
export function angleEntry(x: number, y: number): number {
  const turn = Math.atan2(y, x) / (2 * Math.PI) + 0.5;
  return Math.floor(turn * PALETTE_SIZE) & (PALETTE_SIZE - 1);
}
