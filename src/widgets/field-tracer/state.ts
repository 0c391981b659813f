import type { PictureId } from "../../core/picture/catalogue";
import type { FieldLayer } from "../../core/receptive-field/cone";
import type { NetworkId } from "./networks";

/** Everything that a link of the tracer carries. */
export interface FieldTracerState {
  /** A stack that the figure offers, or the reader's `layers`. */
  readonly net: NetworkId | "own";
  /** The reader's own stack, 1 to 100 layers; looked at only when it is chosen. */
  readonly layers: readonly FieldLayer[];
  /** Side of the input of the reader's own stack, in pixels. */
  readonly side: number;
  /** Layer of the unit, from 1; 0 the input; −1 the last. */
  readonly depth: number;
  /** The unit; −1 the middle one. */
  readonly row: number;
  readonly column: number;
  readonly picture: PictureId | "own";
  /** Whether the figure shows how much each pixel counts. */
  readonly bell: boolean;
  readonly weights: "equal" | "random";
  /** With random weights. */
  readonly relu: boolean;
  readonly channels: 4 | 8 | 16;
  readonly seeds: number;
  /** |gradient| or gradient². */
  readonly measure: "size" | "energy";
  readonly scale: "linear" | "log";
  /** The pixel whose share is read off; −1 the middle of the field. */
  readonly pixelRow: number;
  readonly pixelColumn: number;
}
