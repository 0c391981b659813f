import type { Bytes } from "./bytes";
import { header } from "./header";
import type { ImageHeader } from "./header";

export const isPng = (bytes: Bytes) => bytes.has(0, "\x89PNG\r\n\x1a\n");

/** Walks the chunks: IHDR for the size, acTL before the first IDAT for an animation, IEND last. */
export function pngHeader(bytes: Bytes): ImageHeader {
  const first = bytes.has(12, "IHDR");
  let animated = false;
  let complete = false;
  let at = 8;
  while (at + 8 <= bytes.length) {
    if (bytes.has(at + 4, "acTL")) animated = bytes.u32(at + 8) > 1;
    complete = bytes.has(at + 4, "IEND");
    if (complete) break;
    at += 12 + bytes.u32(at);
  }
  return header("png", {
    ...(first ? { width: bytes.u32(16), height: bytes.u32(20) } : {}),
    animated,
    truncated: !complete,
  });
}
