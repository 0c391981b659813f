// Draws the small views of the book's pictures: `node src/dev/commands/thumbs.mjs`, after one changed.
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { runnerImport } from "vite";

const root = new URL("../../../", import.meta.url);
const catalogue = fileURLToPath(new URL("src/core/picture/catalogue.ts", root));
const { module } = await runnerImport(catalogue);
const side = 112;
/** Pictures whose detail costs more than it is worth at this size; the others keep every pixel. */
const lossy = { "still-life": 80, "zone-plate": 20 };

for (const { id, channels, make } of module.PICTURES) {
  const pixels = Uint8Array.from(make(side).data, (value) => Math.round(value * 255));
  const raw = sharp(pixels, { raw: { width: side, height: side, channels } });
  const file = new URL(`src/widget-kit/picture/thumbs/${id}.webp`, root);
  const format = { effort: 6, ...(lossy[id] ? { quality: lossy[id] } : { lossless: true }) };
  await raw.webp(format).toFile(fileURLToPath(file));
}
