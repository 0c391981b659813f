import type { PictureId } from "../../core/picture/catalogue";
import type { KernelKind } from "./kernels";

/** `double` doubles it from layer to layer, and the last layer takes what is left. */
export type Dilation = "1" | "2" | "3" | "4" | "double";

/** How a map is shown: grey between its own ends, grey from 0 to 1 as the picture, or signed. */
export type Display = "own" | "picture" | "signed";

/** What decides the sizes. */
export interface Recipe {
  /** Side of the picture, in cells. */
  readonly side: number;
  /** Side of every kernel. */
  readonly kernelSize: number;
  readonly stride: number;
  /** Zeros on each side. */
  readonly padding: number;
  readonly dilation: Dilation;
  readonly pool: "none" | "max" | "average";
  /** Convolutions before each pool. */
  readonly every: number;
  readonly poolSize: number;
  /** From this side on, one mean over everything ends the chain; 0: never. */
  readonly averageAt: number;
}

/** Everything that a link of the figure carries. */
export interface ShrinkState extends Recipe {
  readonly picture: PictureId | "own";
  readonly kernel: KernelKind;
  /** Multiplies every weight. */
  readonly gain: number;
  readonly relu: boolean;
  /** Of the random kernels. */
  readonly seed: number;
  /** How many layers lie before the map that is looked at. */
  readonly depth: number;
  /** The cell of it whose sum is written out. */
  readonly row: number;
  readonly column: number;
  readonly display: Display;
  /** Depths a second when it plays. */
  readonly speed: number;
}
