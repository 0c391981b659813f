import type { Tensor } from "../tensor";
import type { PictureId } from "./catalogue";
import { checkerboard } from "./checkerboard";
import { colorDiscs } from "./color-discs";
import { ramp } from "./ramp";
import { stepEdge } from "./step-edge";
import { zonePlate } from "./zone-plate";

/** A picture whose making takes a formula a pixel: no rays of light, no pen. */
export type QuickPictureId = Exclude<PictureId, "still-life" | "digit">;

const makers: Readonly<Record<QuickPictureId, (side: number) => Tensor>> = {
  "step-edge": stepEdge,
  checkerboard,
  ramp: (side) => ramp(side),
  "zone-plate": zonePlate,
  "color-discs": colorDiscs,
};

/**
 * `[side, side, channels]`, values in [0, 1], always the same for the same side.
 * @param side pixels along each side, 8 to 512
 */
export function makeQuickPicture(id: QuickPictureId, side: number): Tensor {
  return makers[id](side);
}
