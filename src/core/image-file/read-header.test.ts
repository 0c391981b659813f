import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { readHeader } from "./read-header";

const codes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const u32 = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const u32le = (n: number) => u32(n).toReversed();
const u16 = (n: number) => [n >> 8, n & 255];
const u16le = (n: number) => [n & 255, n >> 8];
const read = (...parts: readonly (readonly number[])[]) =>
  readHeader(Uint8Array.from(parts.flat()));

const chunk = (name: string, body: readonly number[]) => [
  ...u32(body.length),
  ...codes(name),
  ...body,
  ...u32(0),
];
const pngStart = codes("\x89PNG\r\n\x1a\n");
const ihdr = (width: number, height: number) =>
  chunk("IHDR", [...u32(width), ...u32(height), 8, 2, 0, 0, 0]);
const png = [pngStart, ihdr(640, 480), chunk("IDAT", [1, 2]), chunk("IEND", [])];

describe("PNG", () => {
  it("has its size in IHDR", () => {
    expect(read(...png)).toEqual({
      kind: "png",
      width: 640,
      height: 480,
      orientation: 1,
      animated: false,
      truncated: false,
    });
  });

  it("is animated when acTL announces frames before the first data", () => {
    const control = (frames: number) => chunk("acTL", [...u32(frames), ...u32(0)]);
    expect(read(png[0]!, png[1]!, control(3), ...png.slice(2)).animated).toBe(true);
    expect(read(png[0]!, png[1]!, control(1), ...png.slice(2)).animated).toBe(false);
  });

  it("is cut off without IEND", () => {
    expect(read(...png.slice(0, 3)).truncated).toBe(true);
    expect(read(png.flat().slice(0, -9)).truncated).toBe(true);
  });

  it("of sides up to 2³¹ − 1 is read from 33 bytes", () => {
    expect(read(pngStart, ihdr(2147483647, 8192))).toMatchObject({
      width: 2147483647,
      height: 8192,
    });
  });
});

const segment = (marker: number, body: readonly number[]) => [
  0xff,
  marker,
  ...u16(body.length + 2),
  ...body,
];
const frame = (marker: number) => segment(marker, [8, ...u16(300), ...u16(500), 3]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 3];
const soi = [0xff, 0xd8];
const eoi = [0xff, 0xd9];
const tiff = (little: boolean, value: number) => {
  const w = little ? u16le : u16;
  const d = little ? u32le : u32;
  const head = codes(little ? "II*\0" : "MM\0*");
  return [...head, ...d(8), ...w(1), ...w(0x0112), ...w(3), ...d(1), ...w(value), 0, 0, ...d(0)];
};
const exif = (little: boolean, value: number) =>
  segment(0xe1, [...codes("Exif\0\0"), ...tiff(little, value)]);

describe("JPEG", () => {
  it.each([0xc0, 0xc1, 0xc2, 0xc9])("has its size in the frame header %i", (marker) => {
    expect(read(soi, frame(marker), scan, eoi)).toMatchObject({
      kind: "jpeg",
      width: 500,
      height: 300,
      truncated: false,
    });
  });

  it("does not take Huffman tables for a frame", () => {
    expect(read(soi, segment(0xc4, [9, 9, 9, 9, 9, 9, 9]), frame(0xc0), scan, eoi).width).toBe(500);
  });

  it("skips fill bytes between segments", () => {
    expect(read(soi, [0xff], frame(0xc0), scan, eoi).width).toBe(500);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "is to be turned as Exif %i says, in either byte order",
    (value) => {
      expect(read(soi, exif(true, value), frame(0xc0), scan, eoi).orientation).toBe(value);
      expect(read(soi, exif(false, value), frame(0xc0), scan, eoi).orientation).toBe(value);
    },
  );

  it.each([0, 9, 65535])("is upright when Exif says %i", (value) => {
    expect(read(soi, exif(true, value), frame(0xc0), scan, eoi).orientation).toBe(1);
  });

  it("is cut off without an end marker, and whole with data after it", () => {
    expect(read(soi, frame(0xc0), scan).truncated).toBe(true);
    expect(read(soi, frame(0xc0), scan, eoi, [1, 2, 3]).truncated).toBe(false);
  });
});

const gifStart = [...codes("GIF89a"), ...u16le(320), ...u16le(200), 0x80, 0, 0, 1, 2, 3, 4, 5, 6];
const gifFrame = [0x2c, 0, 0, 0, 0, ...u16le(320), ...u16le(200), 0, 2, 1, 0x44, 0];
const gifControl = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];

describe("GIF", () => {
  it("has its size behind the signature", () => {
    expect(read(gifStart, gifControl, gifFrame, [0x3b])).toMatchObject({
      kind: "gif",
      width: 320,
      height: 200,
      animated: false,
      truncated: false,
    });
  });

  it("is animated from the second frame on", () => {
    expect(read(gifStart, gifFrame, gifControl, gifFrame, [0x3b]).animated).toBe(true);
  });

  it("is cut off without its trailer", () => {
    expect(read(gifStart, gifFrame).truncated).toBe(true);
  });
});

const riff = (...body: readonly (readonly number[])[]) => {
  const content = [...codes("WEBP"), ...body.flat()];
  return [...codes("RIFF"), ...u32le(content.length), ...content];
};

describe("WebP", () => {
  it("has its size in VP8", () => {
    const body = [0, 0, 0, 0x9d, 0x01, 0x2a, ...u16le(0x4000 + 700), ...u16le(400)];
    expect(read(riff(codes("VP8 "), u32le(10), body))).toMatchObject({
      kind: "webp",
      width: 700,
      height: 400,
      truncated: false,
    });
  });

  it("has its size in VP8L", () => {
    const bits = 700 - 1 + (400 - 1) * 0x4000;
    expect(read(riff(codes("VP8L"), u32le(5), [0x2f, ...u32le(bits)]))).toMatchObject({
      width: 700,
      height: 400,
    });
  });

  it("has its size and whether it moves in VP8X", () => {
    const extended = (flags: number) =>
      read(riff(codes("VP8X"), u32le(10), [flags, 0, 0, 0, ...u16le(699), 0, ...u16le(399), 1]));
    expect(extended(2)).toMatchObject({ width: 700, height: 65936, animated: true });
    expect(extended(0).animated).toBe(false);
  });

  it("is cut off when shorter than it says", () => {
    expect(read(riff(codes("VP8L"), u32le(5), [0x2f, 1, 1, 1, 1]).slice(0, -1)).truncated).toBe(
      true,
    );
  });
});

const box = (name: string, ...body: readonly (readonly number[])[]) => {
  const content = body.flat();
  return [...u32(content.length + 8), ...codes(name), ...content];
};
const ispe = (width: number, height: number) => box("ispe", u32(0), u32(width), u32(height));
const heif = (brand: string) => [
  ...box("ftyp", codes(brand), u32(0), codes("mif1")),
  ...box("meta", u32(0), box("iprp", box("ipco", ispe(160, 120), ispe(4032, 3024)))),
];

describe("AVIF and HEIC", () => {
  it.each([
    ["avif", "avif"],
    ["heic", "heic"],
    ["mif1", "heic"],
  ])("brand %s is %s, its size the largest of its items", (brand, kind) => {
    expect(read(heif(brand))).toMatchObject({ kind, width: 4032, height: 3024, truncated: false });
  });

  it("is cut off when its last box reaches past the end", () => {
    expect(read(heif("avif").slice(0, -1)).truncated).toBe(true);
  });

  it("a film with the same box structure is not a picture", () => {
    expect(read(box("ftyp", codes("isom"), u32(0), codes("mp42"))).kind).toBe("unknown");
  });
});

describe("BMP", () => {
  it("has its size in the info header, a negative height counted from the top", () => {
    const head = [...codes("BM"), ...u32le(70), ...u32le(0), ...u32le(54), ...u32le(40)];
    expect(
      read(
        head,
        u32le(64),
        u32le(-48 >>> 0),
        Array.from({ length: 30 }, () => 0),
      ),
    ).toMatchObject({
      kind: "bmp",
      width: 64,
      height: 48,
    });
  });
});

describe("files that are no pictures", () => {
  it.each([
    [
      "svg",
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    ],
    ["svg", "  <!-- a drawing --><svg width='1'>"],
    ["svg", '<s:svg xmlns:s="http://www.w3.org/2000/svg">'],
    ["html", "<!DOCTYPE html><title>404</title>"],
    ["text", "column,row\n1,2\n"],
    ["unknown", "\x00\x01\x02\x03"],
    ["unknown", "%PDF-1.7\n\x00"],
    ["empty", ""],
  ])("%s: %j", (kind, text) => {
    expect(read(codes(text)).kind).toBe(kind);
  });

  it("SVG in UTF-16 is still SVG", () => {
    const wide = codes("<svg >").flatMap((code) => [code, 0]);
    expect(read([0xff, 0xfe], wide).kind).toBe("svg");
  });
});

describe("hostile files", () => {
  const whole: readonly (readonly number[])[] = [
    png.flat(),
    [...soi, ...exif(true, 6), ...frame(0xc0), ...scan, ...eoi],
    [...gifStart, ...gifFrame, ...gifFrame, 0x3b],
    riff(codes("VP8X"), u32le(10), [2, 0, 0, 0, 1, 1, 1, 1, 1, 1]),
    heif("avif"),
  ];

  const sound = (data: Uint8Array) => {
    const { width, height, orientation } = readHeader(data);
    for (const length of [width, height]) {
      if (length !== null) expect(Number.isSafeInteger(length) && length > 0).toBe(true);
    }
    expect(orientation).toBeGreaterThanOrEqual(1);
    expect(orientation).toBeLessThanOrEqual(8);
  };

  it("cut at any byte never throw", () => {
    for (const file of whole) {
      for (let end = 0; end <= file.length; end++) {
        const part = Uint8Array.from(file.slice(0, end));
        expect(() => sound(part)).not.toThrow();
      }
    }
  });

  test.prop(
    [fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 })],
    {
      numRuns: 2000,
    },
  )("with any bytes changed never throw", (file, changes) => {
    const data = Uint8Array.from(file);
    for (const [at, value] of changes) data[at % data.length] = value;
    sound(data);
  });

  test.prop([fc.uint8Array({ maxLength: 300 })])("of any bytes never throw", sound);

  it("that point at themselves end quickly", () => {
    const endless = Uint8Array.from([...codes("\0\0\0\x0cftypavif"), ...box("meta", u32(0))]);
    const large = new Uint8Array(25 * 1024 * 1024);
    large.set(endless);
    const before = performance.now();
    readHeader(large);
    const jpeg = new Uint8Array(25 * 1024 * 1024);
    jpeg.set([0xff, 0xd8, 0xff, 0xda, 0, 2]);
    expect(readHeader(jpeg).truncated).toBe(true);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
