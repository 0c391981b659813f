import type { Bytes } from "./bytes";

/**
 * The orientation in an Exif block that starts with its TIFF header at `start`: 1 to 8, or 1 when
 * absent or senseless.
 */
export function exifOrientation(bytes: Bytes, start: number): number {
  const little = bytes.has(start, "II*\0");
  if (!little && !bytes.has(start, "MM\0*")) return 1;
  const u16 = little ? bytes.u16le : bytes.u16;
  const u32 = little ? bytes.u32le : bytes.u32;
  const directory = start + u32(start + 4);
  const entries = Math.min(u16(directory), 512);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + 12 * entry;
    if (u16(at) !== 0x0112) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
