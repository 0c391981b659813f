import type { Bytes } from "./bytes";
import { header } from "./header";
import type { ImageHeader } from "./header";

export const isGif = (bytes: Bytes) => bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a");

const colorTableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Walks the blocks until the second frame or the trailer. */
export function gifHeader(bytes: Bytes): ImageHeader {
  let at = 13 + colorTableLength(bytes.u8(10));
  let frames = 0;
  while (at < bytes.length && frames < 2) {
    const block = bytes.u8(at);
    if (block === 0x3b) break;
    if (block === 0x2c) {
      frames++;
      at = afterSubBlocks(bytes, at + 11 + colorTableLength(bytes.u8(at + 9)));
    } else if (block === 0x21) at = afterSubBlocks(bytes, at + 2);
    else at = bytes.length;
  }
  const truncated = frames < 2 && !(at < bytes.length);
  return header("gif", {
    width: bytes.u16le(6),
    height: bytes.u16le(8),
    animated: frames > 1,
    truncated,
  });
}

function afterSubBlocks(bytes: Bytes, start: number): number {
  let at = start;
  while (bytes.u8(at) > 0) at += 1 + bytes.u8(at);
  return at + 1;
}
