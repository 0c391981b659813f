import { builtInPicture, type PictureId } from "../../core/picture/catalogue";

/** What the page asks of the worker that paints pictures. */
export interface PictureOrder {
  readonly id: PictureId;
  readonly side: number;
}

addEventListener("message", ({ data: { id, side } }: MessageEvent<PictureOrder>) => {
  const picture = builtInPicture(id)!.make(side);
  postMessage(picture, { transfer: [picture.data.buffer] });
});
