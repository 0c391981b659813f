import type { PictureId } from "../../core/picture/catalogue";
import { makePicture } from "../../core/picture/make-picture";

/** What the page asks of the worker that paints pictures. */
export interface PictureOrder {
  readonly id: PictureId;
  readonly side: number;
}

addEventListener("message", ({ data: { id, side } }: MessageEvent<PictureOrder>) => {
  const picture = makePicture(id, side);
  postMessage(picture, { transfer: [picture.data.buffer] });
});
