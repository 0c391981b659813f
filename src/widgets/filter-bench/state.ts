import type { PaddingMode } from "../../core/conv/geometry";
import type { Filter, KernelSize } from "./filter";
import type { PictureChoice } from "./input";

export type Zoom = "layer" | "channel" | "cell";

/** Everything that a link of the bench carries. */
export interface FilterBenchState {
  /** A picture of the book, or the reader's own, which stays on their page. */
  readonly picture: PictureChoice;
  readonly color: "colour" | "grey";
  /** Side of the book's pictures, in pixels. */
  readonly side: 256 | 512;
  /** One an output channel, 1 to 8. */
  readonly filters: readonly Filter[];
  readonly size: KernelSize;
  readonly activation: "identity" | "relu";
  readonly stride: number;
  readonly padding: "valid" | "same";
  readonly paddingMode: Extract<PaddingMode, "zero" | "reflect" | "circular">;
  readonly dilation: number;
  readonly zoom: Zoom;
  /** The output channel that is looked at, from 0. */
  readonly channel: number;
  /** The output cell that is looked at. */
  readonly row: number;
  readonly column: number;
  /** Products added so far in the written-out sum, channel by channel; −1 for all of them. */
  readonly added: number;
  /** Steps a second when the scan plays. */
  readonly speed: number;
  readonly display: "signed" | "clip";
  /** Whether two output channels are read together as a gradient. */
  readonly sobel: boolean;
  readonly xChannel: number;
  readonly yChannel: number;
  /** Of the next random filter. */
  readonly seed: number;
}
