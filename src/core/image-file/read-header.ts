import { bmpHeader, isBmp } from "./bmp";
import { createBytes } from "./bytes";
import { gifHeader, isGif } from "./gif";
import { header } from "./header";
import type { ImageHeader } from "./header";
import { heifHeader, isHeif } from "./heif";
import { isJpeg, jpegHeader } from "./jpeg";
import { isPng, pngHeader } from "./png";
import { textKind } from "./text";
import { isWebp, webpHeader } from "./webp";

/**
 * What a file is, how large its picture, whether it moves and whether it is whole, without
 * decoding a pixel. Never throws; time is bounded by the file's length.
 *
 * @param data the whole file; of a part of one, the kind and mostly the size are still right
 */
export function readHeader(data: Uint8Array): ImageHeader {
  if (data.length === 0) return header("empty");
  const bytes = createBytes(data);
  if (isPng(bytes)) return pngHeader(bytes);
  if (isJpeg(bytes)) return jpegHeader(bytes);
  if (isGif(bytes)) return gifHeader(bytes);
  if (isWebp(bytes)) return webpHeader(bytes);
  if (isHeif(bytes)) return heifHeader(bytes);
  if (isBmp(bytes)) return bmpHeader(bytes);
  return header(textKind(data));
}
