import type { Bytes } from "./bytes";
import { header } from "./header";
import type { ImageHeader } from "./header";

export const isHeif = (bytes: Bytes) => bytes.has(4, "ftyp") && brands(bytes).some(isKnown);

const avif = ["avif", "avis"];
const heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
const isKnown = (brand: string) => avif.includes(brand) || heic.includes(brand);

/** Major brand and compatible brands of the file-type box. */
function brands(bytes: Bytes): string[] {
  const end = Math.min(bytes.u32(0), 256) || 0;
  const found: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at === 12) continue;
    const brand = [...avif, ...heic].find((name) => bytes.has(at, name));
    if (brand) found.push(brand);
  }
  return found;
}

/** AVIF and HEIC: boxes of boxes; the size is the largest `ispe` among the image's properties. */
export function heifHeader(bytes: Bytes): ImageHeader {
  const all = brands(bytes);
  const size = { width: 0, height: 0 };
  const end = visit(bytes, 0, bytes.length, 0, (width, height) => {
    if (width * height <= size.width * size.height) return;
    size.width = width;
    size.height = height;
  });
  return header(all.some((brand) => avif.includes(brand)) ? "avif" : "heic", {
    ...size,
    animated: all[0] === "avis" || all[0] === "msf1" || all[0] === "hevc",
    truncated: end > bytes.length,
  });
}

/** How many bytes come before the children of a box; other boxes are passed over. */
const containers: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** Reports every `ispe` box; answers where the last box of the range says that it ends. */
function visit(
  bytes: Bytes,
  start: number,
  end: number,
  depth: number,
  onSize: (width: number, height: number) => void,
): number {
  let at = start;
  for (let count = 0; count < 4096 && at + 8 <= end; count++) {
    const wide = bytes.u32(at) === 1;
    const length = wide
      ? bytes.u32(at + 8) * 0x100000000 + bytes.u32(at + 12)
      : bytes.u32(at) || end - at;
    if (!(length >= 8)) return Infinity;
    const body = at + (wide ? 16 : 8);
    if (bytes.has(at + 4, "ispe")) onSize(bytes.u32(body + 4), bytes.u32(body + 8));
    const inner = Object.keys(containers).find((name) => bytes.has(at + 4, name));
    if (inner && depth < 4) {
      visit(bytes, body + containers[inner]!, Math.min(at + length, end), depth + 1, onSize);
    }
    at += length;
  }
  return at;
}
