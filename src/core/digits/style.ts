/** `[x, y]` in the unit box of a digit; x to the right, y down. */
export type ControlPoint = readonly [number, number];

/** One movement of the pen: a smooth curve through its points, or straight lines between them. */
export interface Stroke {
  readonly kind: "curve" | "line";
  readonly points: readonly ControlPoint[];
}

/** One person's way to write a digit. */
export interface DigitStyle {
  /** How common it is, relative to the other styles of its digit. */
  readonly weight: number;
  /** Kept out of the training styles, so that it can show handwriting never seen in training. */
  readonly reserved?: true;
  readonly strokes: readonly Stroke[];
}

export function curve(...points: readonly ControlPoint[]): Stroke {
  return { kind: "curve", points };
}

export function line(...points: readonly ControlPoint[]): Stroke {
  return { kind: "line", points };
}
