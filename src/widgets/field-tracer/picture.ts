import type { Tensor } from "../../compute/types";
import { colorize } from "../../core/color/colorize";
import { greyPlane } from "../../core/picture/grey-plane";
import type { StillPicture } from "../../widget-kit/define-widget";
import type { PictureShelf } from "../../widget-kit/picture/picture-shelf";
import type { FieldTracerState } from "./state";

/** Side at which the book's pictures are painted before they are fitted. */
const PAINTED = 256;

export interface TracedPicture {
  readonly side: number;
  /** `[side, side]`: what the stack is given. */
  readonly grey: Tensor;
  /** The same in colours. */
  readonly shown: StillPicture;
  /** Settles when the picture itself can take the place of the one that stands in; else `null`. */
  readonly waiting: Promise<void> | null;
}

export type PictureSource = (
  choice: FieldTracerState["picture"],
  side: number,
  own: Tensor | undefined,
) => TracedPicture;

/** Pictures kept: going back to the one before costs nothing, and engines know it again. */
const KEPT = 4;

/** The pictures of the figure, fitted to the side of a stack's input. */
export function createPictureSource(shelf: PictureShelf): PictureSource {
  const fitted: { readonly source: Tensor; readonly side: number; readonly made: Fitted }[] = [];
  const fit = (source: Tensor, side: number) => {
    const at = fitted.findIndex((one) => one.source === source && one.side === side);
    const entry = at < 0 ? { source, side, made: fitTo(source, side) } : fitted.splice(at, 1)[0]!;
    fitted.unshift(entry);
    fitted.length = Math.min(fitted.length, KEPT);
    return entry.made;
  };
  return (choice, side, own) => {
    if (choice === "own" && own) return { ...fit(own, side), side, waiting: null };
    const id = choice === "own" ? "still-life" : choice;
    const painted = shelf.get(id, PAINTED);
    if (painted) return { ...fit(painted, side), side, waiting: null };
    const standIn = shelf.get("ramp", PAINTED)!;
    return { ...fit(standIn, side), side, waiting: shelf.load(id, PAINTED) };
  };
}

type Fitted = Pick<TracedPicture, "shown" | "grey">;

function fitTo(source: Tensor, side: number): Fitted {
  const grey = greyPlane(source, side);
  const { pixels } = colorize([grey.data], side, side, { kind: "plane", tint: "grey" });
  return { shown: { width: side, height: side, pixels }, grey };
}
