import type { Bytes } from "./bytes";
import { header } from "./header";
import type { ImageHeader } from "./header";

export const isBmp = (bytes: Bytes) =>
  bytes.has(0, "BM") && [12, 40, 52, 56, 64, 108, 124].includes(bytes.u32le(14));

/** Width and height; a negative height means that rows are stored from the top. */
export function bmpHeader(bytes: Bytes): ImageHeader {
  const old = bytes.u32le(14) === 12;
  const height = old ? bytes.u16le(20) : bytes.u32le(22);
  return header("bmp", {
    width: old ? bytes.u16le(18) : bytes.u32le(18),
    height: height > 0x7fffffff ? 0x100000000 - height : height,
    truncated: bytes.length < bytes.u32le(10),
  });
}
