import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { expect, it } from "vitest";
import { PICTURES } from "../../core/picture/catalogue";
import { makePicture } from "../../core/picture/make-picture";

it.each(PICTURES)("the small view of $id shows that picture", async ({ id, channels }) => {
  const file = fileURLToPath(new URL(`./thumbs/${id}.webp`, import.meta.url));
  const { data, info } = await sharp(file)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = makePicture(id, info.width).data;
  let difference = 0;
  for (let at = 0; at < picture.length; at++) {
    const pixel = Math.floor(at / channels);
    const shown = data[pixel * info.channels + (at % channels)]! / 255;
    difference += Math.abs(picture[at]! - shown);
  }
  expect(difference / picture.length).toBeLessThan(0.03);
});
