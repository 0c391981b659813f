import type { Bytes } from "./bytes";
import { exifOrientation } from "./exif";
import { header } from "./header";
import type { ImageHeader } from "./header";

export const isJpeg = (bytes: Bytes) => bytes.has(0, "\xff\xd8\xff");

/** Start-of-frame markers: 0xC0 to 0xCF but DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Walks the segments up to the start of the scan; the end-of-image marker must follow it. */
export function jpegHeader(bytes: Bytes): ImageHeader {
  let orientation = 1;
  let size: { width: number; height: number } | null = null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes.u8(at) === 0xff) {
    const marker = bytes.u8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda) break;
    if (marker === 0xe1 && bytes.has(at + 4, "Exif\0\0"))
      orientation = exifOrientation(bytes, at + 10);
    if (isFrame(marker)) size ??= { height: bytes.u16(at + 5), width: bytes.u16(at + 7) };
    at += 2 + Math.max(bytes.u16(at + 2), 2);
  }
  return header("jpeg", { ...size, orientation, truncated: !endsAfter(bytes, at) });
}

/** Whether an end-of-image marker stands somewhere after the place; cameras may append data. */
function endsAfter(bytes: Bytes, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at--) {
    if (bytes.u8(at) === 0xff && bytes.u8(at + 1) === 0xd9) return true;
  }
  return false;
}
