import { createHash } from "node:crypto";
import sharp from "sharp";

/** A picture as rows of RGBA bytes. */
export interface StillSource {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** A picture as the file it becomes; equal pictures get equal names. */
export interface StillFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Small pictures show their pixels as cells and must keep them; photos may lose a little. */
const LOSSLESS_SIDE = 64;

/** Encodes a picture of a widget's first frame as WebP. */
export async function encodeStill({ width, height, pixels }: StillSource): Promise<StillFile> {
  const lossless = Math.max(width, height) <= LOSSLESS_SIDE;
  const bytes = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .webp(lossless ? { lossless, effort: 6 } : { quality: 82, effort: 6, smartSubsample: true })
    .toBuffer();
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 8);
  return { name: `still-${hash}.webp`, bytes };
}
