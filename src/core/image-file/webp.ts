import type { Bytes } from "./bytes";
import { header } from "./header";
import type { ImageHeader } from "./header";

export const isWebp = (bytes: Bytes) => bytes.has(0, "RIFF") && bytes.has(8, "WEBP");

/** Size and animation from the first chunk: VP8 (lossy), VP8L (lossless) or VP8X (extended). */
export function webpHeader(bytes: Bytes): ImageHeader {
  const truncated = !(bytes.u32le(4) + 8 <= bytes.length);
  if (bytes.has(12, "VP8X")) {
    return header("webp", {
      width: bytes.u24le(24) + 1,
      height: bytes.u24le(27) + 1,
      animated: (bytes.u8(20) & 2) !== 0,
      truncated,
    });
  }
  if (bytes.has(12, "VP8L") && bytes.u8(20) === 0x2f) {
    const bits = bytes.u32le(21);
    return header("webp", {
      width: (bits % 0x4000) + 1,
      height: (Math.floor(bits / 0x4000) % 0x4000) + 1,
      truncated,
    });
  }
  if (bytes.has(12, "VP8 ") && bytes.has(23, "\x9d\x01\x2a")) {
    const length = (at: number) => bytes.u16le(at) % 0x4000;
    return header("webp", { width: length(26), height: length(28), truncated });
  }
  return header("webp", { truncated });
}
