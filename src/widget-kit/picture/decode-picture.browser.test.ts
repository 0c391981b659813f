import { describe, expect, it } from "vitest";
import type { Tensor } from "../../core/tensor";
import { decodePicture } from "./decode-picture";
import { openFirst } from "./open-first";
import { bomb, encoded, letters, movingGif, movingPng, turned } from "./picture-files.fixture";

const red = (context: CanvasRenderingContext2D) => {
  context.fillStyle = "#f00";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
};

/** Bright where a quarter of the picture, along its rows, is mostly bright. */
function quarters({ shape, data }: Tensor): string {
  const side = shape[0]!;
  const at = (row: number, column: number) =>
    data[3 * (Math.floor(row * side) * side + Math.floor(column * side))]! > 0.5 ? "#" : ".";
  return at(0.25, 0.25) + at(0.25, 0.75) + at(0.75, 0.25) + at(0.75, 0.75);
}

async function taken(bytes: Uint8Array<ArrayBuffer>, side = 256) {
  const result = await decodePicture(new Blob([bytes]), side);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

async function refused(bytes: Uint8Array<ArrayBuffer>) {
  const result = await decodePicture(new Blob([bytes]), 256);
  if (result.ok) throw new Error("was taken");
  expect(result.reason).toMatch(/^[A-Z][^.]*\.$/);
  return result.reason;
}

describe("a picture file", () => {
  it.each(["image/png", "image/jpeg", "image/webp"] as const)(
    "%s becomes numbers",
    async (type) => {
      const { picture, note } = await taken(await encoded(300, 300, red, type));
      expect(picture.shape).toEqual([256, 256, 3]);
      expect(picture.data[0]).toBeCloseTo(1, 1);
      expect(picture.data[1]).toBeCloseTo(0, 1);
      expect(note).toBeUndefined();
    },
  );

  it("is cut to its middle square", async () => {
    const bytes = await encoded(900, 300, (context) => {
      red(context);
      context.fillStyle = "#0f0";
      context.fillRect(300, 0, 300, 300);
    });
    const { picture } = await taken(bytes);
    for (let at = 0; at < picture.data.length; at += 3) {
      expect([picture.data[at]! < 0.02, picture.data[at + 1]! > 0.98]).toEqual([true, true]);
      at += 3 * 97;
    }
  });

  it("shows white through transparent parts", async () => {
    const { picture } = await taken(await encoded(256, 256, () => {}));
    expect(picture.data.every((value) => value === 1)).toBe(true);
  });

  it("keeps every value of a grey wedge exactly", async () => {
    const bytes = await encoded(256, 256, (context) => {
      for (let x = 0; x < 256; x++) {
        context.fillStyle = `rgb(${x} ${x} ${x})`;
        context.fillRect(x, 0, 1, 256);
      }
    });
    const { picture } = await taken(bytes);
    for (let x = 0; x < 256; x++) expect(picture.data[3 * x]).toBe(Math.fround(x / 255));
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("turned as Exif %i stands upright", async (orientation) => {
    const stored = ["#...", ".#..", "...#", "..#.", "#...", "..#.", "...#", ".#.."][
      orientation - 1
    ]!;
    const jpeg = await encoded(
      256,
      256,
      (context) => {
        context.fillStyle = "#000";
        context.fillRect(0, 0, 256, 256);
        context.fillStyle = "#fff";
        const quarter = stored.indexOf("#");
        context.fillRect((quarter % 2) * 128, Math.floor(quarter / 2) * 128, 128, 128);
      },
      "image/jpeg",
    );
    expect(quarters((await taken(jpeg)).picture)).toBe(stored);
    expect(quarters((await taken(turned(jpeg, orientation))).picture)).toBe("#...");
  });

  it("of 1 × 300 pixels is enlarged, and says so", async () => {
    const { picture, note } = await taken(await encoded(1, 300, red));
    expect([...picture.data.slice(0, 3)]).toEqual([1, 0, 0]);
    expect(note).toBe("This picture has only 1 × 300 pixels and is enlarged.");
  });

  it("of 25 megapixels is scaled down while it is decoded", async () => {
    const { picture } = await taken(await bomb(5000, 5000), 512);
    expect(picture.shape).toEqual([512, 512, 3]);
    expect(picture.data.every((value) => value === 0)).toBe(true);
  });

  it("that moves shows its first frame and says so", async () => {
    for (const bytes of [movingGif(), await movingPng(300)]) {
      const { picture, note } = await taken(bytes);
      expect([...picture.data.slice(0, 3)]).toEqual([1, 0, 0]);
      expect(note).toContain("This picture moves; its first frame is shown.");
    }
  });
});

describe("a file that is refused says why in one sentence", () => {
  it("empty", async () => {
    expect(await refused(new Uint8Array())).toBe("This file is empty.");
  });

  it("text with a picture's name", async () => {
    const file = new File([letters("Dear reader")], "photo.png", { type: "image/png" });
    const result = await decodePicture(file, 256);
    expect(result).toEqual({ ok: false, reason: "This is a text file and not a picture." });
  });

  it("cut off, of every kind", async () => {
    for (const type of ["image/png", "image/jpeg", "image/webp"] as const) {
      const whole = await encoded(300, 300, red, type);
      expect(await refused(whole.slice(0, whole.length / 2))).toMatch(/cut off/);
    }
  });

  it("damaged inside", async () => {
    const bytes = await encoded(300, 300, red);
    bytes.fill(0x55, 60, bytes.length - 12);
    expect(await refused(bytes)).toMatch(/damaged|cut off/);
  });

  it("over 25 MB, unread", async () => {
    expect(await refused(new Uint8Array(25 * 1024 * 1024 + 1))).toMatch(/26 MB.*25 MB/);
  });

  it("over 40 megapixels, before a pixel is decoded", async () => {
    const bytes = await bomb(8192, 8192);
    const decode = globalThis.createImageBitmap;
    let decoded = 0;
    globalThis.createImageBitmap = ((...given: Parameters<typeof decode>) => {
      decoded++;
      return decode(...given);
    }) as typeof decode;
    try {
      expect(await refused(bytes)).toMatch(/8,192 × 8,192|8192 × 8192/);
    } finally {
      globalThis.createImageBitmap = decode;
    }
    expect(decoded).toBe(0);
  });

  it("an SVG, whose script never runs", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"><script>window.pwned=1</script></svg>`;
    expect(await refused(letters(svg))).toMatch(/SVG/);
    expect("pwned" in window).toBe(false);
  });

  it("HEIC, which this browser cannot decode", async () => {
    const box = (name: string, body: string) =>
      `\0\0\0${String.fromCharCode(body.length + 8)}${name}${body}`;
    const ispe = box("ispe", "\0\0\0\0\0\0\x0f\xc0\0\0\x0b\xd0");
    const meta = box("meta", `\0\0\0\0${box("iprp", box("ipco", ispe))}`);
    expect(await refused(letters(`${box("ftyp", "heic\0\0\0\0mif1")}${meta}`))).toMatch(/HEIC/);
  });
});

describe("several files", () => {
  it("give the first picture among them, and say which", async () => {
    const picture = new File([await encoded(300, 300, red)], "b.png", { type: "image/png" });
    const files = [new File(["x"], "a.txt", { type: "text/plain" }), picture, picture];
    const result = await openFirst(files, 256);
    expect(result).toMatchObject({
      ok: true,
      label: "b.png",
      note: "Of 3 files, “b.png” is shown.",
    });
  });

  it("none at all is said too", async () => {
    expect(await openFirst([], 256)).toMatchObject({ ok: false });
  });
});
