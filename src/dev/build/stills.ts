import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Picture } from "../../book/islands/render-island";

/** A picture as the file it becomes; equal pictures get equal names. */
export interface StillFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Pictures this small show their pixels as cells, which must stay what they are. */
const CELLS = 64;

/**
 * Encodes a picture as WebP.
 *
 * @param longest pixels along the longer side at most; larger pictures are made smaller
 */
export async function encodeStill(
  { width, height, pixels }: Picture,
  longest: number,
): Promise<StillFile> {
  const raw = sharp(pixels, { raw: { width, height, channels: 4 } });
  const cells = Math.max(width, height) <= CELLS;
  const webp = cells
    ? raw.webp({ lossless: true, effort: 6 })
    : raw
        .resize(longest, longest, { fit: "inside", withoutEnlargement: true })
        .webp({ quality: 68, effort: 6, smartSubsample: true });
  const bytes = await webp.toBuffer();
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return { name: `still-${hash}.webp`, bytes };
}
