/** A picture that the book makes itself. */
export interface BuiltInPicture {
  /** Stays the same for ever: links name it. */
  readonly id: PictureId;
  /** Sentence case. */
  readonly label: string;
  /** What is seen, for whoever cannot see it. */
  readonly about: string;
  readonly channels: 1 | 3;
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
  },
  {
    id: "digit",
    label: "Handwritten digit",
    about: "A large handwritten five, white on black.",
    channels: 1,
  },
  {
    id: "step-edge",
    label: "Step edge",
    about: "The left half is black, the right half is white.",
    channels: 1,
  },
  {
    id: "checkerboard",
    label: "Checkerboard",
    about: "Eight by eight squares, black and white by turns.",
    channels: 1,
  },
  {
    id: "ramp",
    label: "Ramp",
    about: "A grey that grows evenly brighter, to the right and half as fast downwards.",
    channels: 1,
  },
  {
    id: "zone-plate",
    label: "Zone plate",
    about: "Rings around the middle, finer and finer towards the border.",
    channels: 1,
  },
  {
    id: "color-discs",
    label: "Colour discs",
    about: "Three overlapping discs of red, green and blue light on black.",
    channels: 3,
  },
];

/** The built-in picture of that name, or `undefined` for any other text. */
export function builtInPicture(id: string): BuiltInPicture | undefined {
  return PICTURES.find((picture) => picture.id === id);
}
