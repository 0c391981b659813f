import type { ImageHeader } from "../../core/image-file/header";
import { formatInteger } from "../../core/format/number";

export const largestFile = 25 * 1024 * 1024;
/** In pixels; more are refused before a single one is decoded. */
export const largestPicture = 40_000_000;

/** Why a file of this length is not even read, or `null`. */
export function refuseLength(length: number): string | null {
  if (length === 0) return "This file is empty.";
  if (length <= largestFile) return null;
  const megabytes = Math.ceil(length / (1024 * 1024));
  return `This file has ${formatInteger(megabytes)} MB; the largest that is opened here has 25 MB.`;
}

/** Why a file with this header is not decoded, or `null`. */
export function refuseHeader({ kind, width, height }: ImageHeader): string | null {
  switch (kind) {
    case "empty":
      return "This file is empty.";
    case "svg":
      return "This is an SVG drawing, made of shapes and not of pixels; a photo or a PNG works.";
    case "html":
      return "This is a web page and not a picture; save the picture itself and open that.";
    case "text":
      return "This is a text file and not a picture.";
    case "unknown":
      return "This file is not a picture that can be read here; JPEG, PNG, WebP, GIF and AVIF can.";
  }
  if (width === null || height === null) {
    return "This picture is damaged: it does not say how large it is.";
  }
  if (width * height <= largestPicture) return null;
  const size = `${formatInteger(width)} × ${formatInteger(height)}`;
  return `This picture has ${size} pixels; the largest that is opened here has 40 million.`;
}

/** Why a file that looked right could not be decoded. */
export function undecodable({ kind, truncated }: ImageHeader): string {
  if (kind === "heic") {
    return "This browser cannot read HEIC photos; save it as a JPEG and open that.";
  }
  if (truncated) return "This picture is cut off: the end of the file is missing.";
  return "This picture is damaged and cannot be read.";
}
