import { colorize } from "../../core/color/colorize";
import { type ColorScale, rangeOf, resolveLimit } from "../../core/color/scale";
import { conv2d } from "../../core/conv/conv2d";
import { stillLife } from "../../core/picture/still-life/still-life";
import type { Tensor } from "../../core/tensor";

export interface HeroPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** One output channel of a real convolution, with everything between picture and map. */
export interface Hero {
  readonly picture: HeroPicture;
  /** One an input channel: red, green, blue. */
  readonly partials: readonly [HeroPicture, HeroPicture, HeroPicture];
  /** The partial maps added up, on their common colour scale. */
  readonly sum: HeroPicture;
}

const SIDE = 448;

/** Sobel's kernel for change along x, the same on each of the three planes. */
export const HERO_KERNEL = [-1, 0, 1, -2, 0, 2, -1, 0, 1] as const;

function planes({ data }: Tensor, channels: number): Float32Array[] {
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from(
      { length: data.length / channels },
      (__, at) => data[at * channels + channel]!,
    ),
  );
}

function onePlane(values: Float32Array, side: number): Tensor {
  return { shape: [1, side, side, 1], data: values };
}

/** The picture on the cover, computed with the book's own convolution. */
export function hero(): Hero {
  const picture = stillLife(SIDE);
  const colors = planes(picture, 3);
  const weights = { shape: [3, 3, 1, 1], data: Float32Array.from(HERO_KERNEL) };
  const maps = colors.map((plane) => conv2d({ input: onePlane(plane, SIDE), weights }).data);
  const total = maps[0]!.map((value, at) => value + maps[1]![at]! + maps[2]![at]!);
  const side = SIDE - 2;
  const signed = (values: Float32Array, limit: number): HeroPicture => {
    const scale: ColorScale = { kind: "signed", limit };
    return { width: side, height: side, pixels: colorize([values], side, side, scale).pixels };
  };
  // Strong edges would leave all others pale: the scales end well below the largest value.
  const auto: ColorScale = { kind: "signed", limit: "auto" };
  const limit = resolveLimit(auto, rangeOf(total)) / 2;
  const [red, green, blue] = maps.map((map) => signed(map, limit / 3));
  return {
    picture: {
      width: SIDE,
      height: SIDE,
      pixels: colorize(colors, SIDE, SIDE, { kind: "picture" }).pixels,
    },
    partials: [red!, green!, blue!],
    sum: signed(total, limit),
  };
}
