import sharp from "sharp";
import { expect, test } from "vitest";
import { encodeStill } from "./stills";

/** Opaque pixels, each channel from a function of its place. */
function pictureOf(side: number, value: (at: number) => number) {
  const pixels = Uint8ClampedArray.from({ length: side * side * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : value(at),
  );
  return { width: side, height: side, pixels };
}

test("cells keep every value", async () => {
  const picture = pictureOf(28, (at) => (at * 37) % 256);
  const { bytes } = await encodeStill(picture, 10);
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([28, 28]);
  expect(Uint8ClampedArray.from(data)).toEqual(picture.pixels);
});

test("a large picture is no longer than asked, and looks the same on average", async () => {
  const { bytes } = await encodeStill(
    pictureOf(300, (at) => (at % 1200 < 600 ? 40 : 200)),
    150,
  );
  const { width, height } = await sharp(bytes).metadata();
  expect([width, height]).toEqual([150, 150]);
  const { channels } = await sharp(bytes).stats();
  for (const { mean } of channels.slice(0, 3)) expect(Math.abs(mean - 120)).toBeLessThan(3);
});

test("equal pictures share a file, different ones do not", async () => {
  const names = await Promise.all(
    [1, 1, 2].map(
      async (step) =>
        (
          await encodeStill(
            pictureOf(80, (at) => at * step),
            80,
          )
        ).name,
    ),
  );
  expect(names[0]).toBe(names[1]);
  expect(names[0]).not.toBe(names[2]);
  expect(names[0]).toMatch(/^still-[0-9a-f]{8}\.webp$/);
});
