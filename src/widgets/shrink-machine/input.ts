import type { Tensor } from "../../compute/types";
import { greyPlane } from "../../core/picture/grey-plane";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";
import type { ShrinkState } from "./state";

export interface ShrinkInput {
  /** `[side, side]`, values in [0, 1]. */
  readonly plane: Tensor;
  /** Settles when the picture itself can take the place of the one that stands in; else `null`. */
  readonly waiting: Promise<void> | null;
}

export type InputSource = (
  state: Pick<ShrinkState, "picture" | "side">,
  own: Tensor | undefined,
) => ShrinkInput;

/**
 * The plane that goes into the chain: the whole picture, grey, brought to the side asked for. The
 * same tensor while the choice is the same; a picture still being painted is stood in for by a ramp.
 */
export function createInputSource(shelf: PictureShelf): InputSource {
  let kept: { readonly picture: Tensor; readonly side: number; readonly plane: Tensor } | null =
    null;
  const planeOf = (picture: Tensor, side: number): Tensor => {
    if (kept?.picture !== picture || kept.side !== side)
      kept = { picture, side, plane: greyPlane(picture, side) };
    return kept.plane;
  };
  return ({ picture, side }, own) => {
    if (picture === "own" && own) return { plane: planeOf(own, side), waiting: null };
    const id = picture === "own" ? "still-life" : picture;
    const painted = shelf.get(id, 256);
    if (painted) return { plane: planeOf(painted, side), waiting: null };
    return { plane: planeOf(shelf.get("ramp", 256)!, side), waiting: shelf.load(id, 256) };
  };
}
