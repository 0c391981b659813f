import type { PictureId } from "../../core/picture/catalogue";
import "./picture-thumb.css";

/** A small view of a picture of the book; a file, so that it is there before any script runs. */
export function PictureThumb({ id }: { readonly id: PictureId }) {
  return <span className={`picture-thumb picture-thumb-${id}`} aria-hidden />;
}
