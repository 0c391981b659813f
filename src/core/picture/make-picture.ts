import type { Tensor } from "../tensor";
import type { PictureId } from "./catalogue";
import { largeDigit } from "./large-digit";
import { makeQuickPicture } from "./make-quick-picture";
import { stillLife } from "./still-life/still-life";

/**
 * A picture of the book: `[side, side, channels]`, values in [0, 1], the same for the same side.
 * @param side pixels along each side, 8 to 512
 */
export function makePicture(id: PictureId, side: number): Tensor {
  if (id === "still-life") return stillLife(side);
  return id === "digit" ? largeDigit(side) : makeQuickPicture(id, side);
}
