// Draws the small views of the book's pictures: `node src/dev/commands/thumbs.mjs`, after one changed.
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { runnerImport } from "vite";

const root = new URL("../../../", import.meta.url);
const load = async (file) =>
  (await runnerImport(fileURLToPath(new URL(`src/core/picture/${file}.ts`, root)))).module;
const { PICTURES } = await load("catalogue");
const { makePicture } = await load("make-picture");
const side = 112;
/** Pictures whose detail costs more than it is worth at this size; the others keep every pixel. */
const lossy = { "still-life": 80, "zone-plate": 20 };

for (const { id, channels } of PICTURES) {
  const pixels = Uint8Array.from(makePicture(id, side).data, (value) => Math.round(value * 255));
  const raw = sharp(pixels, { raw: { width: side, height: side, channels } });
  const file = new URL(`src/widget-kit/picture/thumbs/${id}.webp`, root);
  const format = { effort: 6, ...(lossy[id] ? { quality: lossy[id] } : { lossless: true }) };
  await raw.webp(format).toFile(fileURLToPath(file));
}
