import { useEffect, useRef } from "react";
import type { BuiltInPicture } from "../../core/picture/catalogue";
import { toPixels } from "./to-pixels";

const side = 56;

/** A small view of a picture of the book, drawn when the page has a moment; empty until then. */
export function PictureThumb({ picture }: { readonly picture: BuiltInPicture }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext("2d");
      context?.putImageData(toPixels(picture.make(side)), 0, 0);
    };
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === "function") {
      const handle = requestIdleCallback(draw, { timeout: 2000 });
      return () => cancelIdleCallback(handle);
    }
    const handle = setTimeout(draw, 50);
    return () => clearTimeout(handle);
  }, [picture]);

  return <canvas ref={canvas} className="picture-thumb" width={side} height={side} aria-hidden />;
}
