import { formatInteger } from "../../core/format/number";
import type { ImageHeader } from "../../core/image-file/header";
import { readHeader } from "../../core/image-file/read-header";
import { refuseHeader, refuseLength, undecodable } from "./check-file";
import type { PictureResult } from "./picture-result";
import { createPixelReader } from "./read-pixels";

/** In pixels; larger ones are scaled down by the decoder itself. */
const decodedWhole = 16_000_000;

/**
 * A picture file as numbers: the largest centred square, upright as its Exif says, transparent
 * parts over white, colours as sRGB. Of a moving picture, the first frame.
 *
 * Never throws. Size and kind are judged by the file's bytes before any pixel is decoded.
 *
 * @param side pixels along each side of the result; 256 or 512 in the book
 */
export async function decodePicture(file: Blob, side: number): Promise<PictureResult> {
  const tooLong = refuseLength(file.size);
  if (tooLong) return { ok: false, reason: tooLong };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, reason: "This file could not be read; it may have been moved or deleted." };
  }
  const header = readHeader(bytes);
  const refused = refuseHeader(header);
  if (refused) return { ok: false, reason: refused };
  if (header.truncated) return { ok: false, reason: undecodable(header) };
  try {
    const bitmap = await decode(new Blob([bytes]), header, side);
    const reader = createPixelReader(side);
    const picture = reader.read(bitmap, bitmap.width, bitmap.height);
    bitmap.close();
    const note = notes(header, side, reader.guarded());
    return { ok: true, picture, ...(note ? { note } : {}) };
  } catch {
    return { ok: false, reason: undecodable(header) };
  }
}

function decode(blob: Blob, header: ImageHeader, side: number): Promise<ImageBitmap> {
  const options: ImageBitmapOptions = { imageOrientation: "from-image" };
  const [width, height] = [header.width!, header.height!];
  if (width * height <= decodedWhole) return createImageBitmap(blob, options);
  const upright = header.orientation < 5 ? width : height;
  const scale = Math.min((2 * side) / Math.min(width, height), 1);
  const resizeWidth = Math.max(Math.round(upright * scale), 1);
  return createImageBitmap(blob, { ...options, resizeWidth, resizeQuality: "high" });
}

function notes({ width, height, animated }: ImageHeader, side: number, guarded: boolean): string {
  const small = Math.min(width!, height!) < side;
  return [
    animated ? "This picture moves; its first frame is shown." : "",
    small
      ? `This picture has only ${formatInteger(width!)} × ${formatInteger(height!)} pixels and is enlarged.`
      : "",
    guarded
      ? "Your browser changes the pixels that pages read, so the numbers may be a little off."
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}
