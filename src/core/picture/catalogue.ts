import type { Tensor } from "../tensor";
import { checkerboard } from "./checkerboard";
import { colorDiscs } from "./color-discs";
import { largeDigit } from "./large-digit";
import { ramp } from "./ramp";
import { stepEdge } from "./step-edge";
import { stillLife } from "./still-life/still-life";
import { zonePlate } from "./zone-plate";

/** A picture that the book makes itself. */
export interface BuiltInPicture {
  /** Stays the same for ever: links name it. */
  readonly id: PictureId;
  /** Sentence case. */
  readonly label: string;
  /** What is seen, for whoever cannot see it. */
  readonly about: string;
  readonly channels: 1 | 3;
  /**
   * `[side, side, channels]`, values in [0, 1], always the same for the same side.
   * @param side pixels along each side, 8 to 512
   */
  readonly make: (side: number) => Tensor;
}

export const pictureIds = [
  "still-life",
  "digit",
  "step-edge",
  "checkerboard",
  "ramp",
  "zone-plate",
  "color-discs",
] as const;

export type PictureId = (typeof pictureIds)[number];

export const PICTURES: readonly BuiltInPicture[] = [
  {
    id: "still-life",
    label: "Still life",
    about:
      "Fruit, a green bottle and a blue and white vase on a wooden table with a striped cloth, in light that falls through a window.",
    channels: 3,
    make: stillLife,
  },
  {
    id: "digit",
    label: "Handwritten digit",
    about: "A large handwritten five, white on black.",
    channels: 1,
    make: largeDigit,
  },
  {
    id: "step-edge",
    label: "Step edge",
    about: "The left half is black, the right half is white.",
    channels: 1,
    make: stepEdge,
  },
  {
    id: "checkerboard",
    label: "Checkerboard",
    about: "Eight by eight squares, black and white by turns.",
    channels: 1,
    make: checkerboard,
  },
  {
    id: "ramp",
    label: "Ramp",
    about: "A grey that grows evenly brighter, to the right and half as fast downwards.",
    channels: 1,
    make: (side) => ramp(side),
  },
  {
    id: "zone-plate",
    label: "Zone plate",
    about: "Rings around the middle, finer and finer towards the border.",
    channels: 1,
    make: zonePlate,
  },
  {
    id: "color-discs",
    label: "Colour discs",
    about: "Three overlapping discs of red, green and blue light on black.",
    channels: 3,
    make: colorDiscs,
  },
];

/** The built-in picture of that name, or `undefined` for any other text. */
export function builtInPicture(id: string): BuiltInPicture | undefined {
  return PICTURES.find((picture) => picture.id === id);
}
