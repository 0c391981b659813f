/** Picture files made on the spot, for tests. */

export type EncodedType = "image/png" | "image/jpeg" | "image/webp";

/** A file of what `draw` draws. */
export async function encoded(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void,
  type: EncodedType = "image/png",
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  draw(canvas.getContext("2d")!);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 1));
  return new Uint8Array(await blob!.arrayBuffer());
}

export function joined(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const u32 = (n: number) => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);

/** A PNG chunk with a right checksum. */
export function chunk(name: string, body: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const content = joined(letters(name), body);
  return joined(u32(body.length), content, u32(crc32(content)));
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A one-bit PNG of any size whose rows are all zeros: little to send, much to decode. */
export async function bomb(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const rows = new Uint8Array(height * (1 + Math.ceil(width / 8)));
  return joined(
    letters("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", joined(u32(width), u32(height), [1, 0, 0, 0, 0])),
    chunk("IDAT", await deflated(rows)),
    chunk("IEND", []),
  );
}

/** The JPEG with an Exif block that says how it is to be turned. */
export function turned(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
  ];
  const body = joined(letters("Exif\0\0"), tiff, [0, 0, 0, 0]);
  return joined(jpeg.subarray(0, 2), [0xff, 0xe1, 0, body.length + 2], body, jpeg.subarray(2));
}

/** A GIF of 1 × 1 pixels: a red frame, then a blue one. */
export function movingGif(): Uint8Array<ArrayBuffer> {
  const frame = (color: number) => [
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, color === 0 ? 0x44 : 0x4c, 1, 0],
  ];
  const head = [1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255];
  return joined(letters("GIF89a"), head, frame(0), frame(1), [0x3b]);
}

/** An animated PNG of `size` × `size` pixels: a red frame, then a blue one. */
export async function movingPng(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = (rgb: readonly number[]) => {
    const row = [0, ...Array.from({ length: size }, () => rgb).flat()];
    return deflated(Uint8Array.from(Array.from({ length: size }, () => row).flat()));
  };
  const control = (order: number) =>
    chunk("fcTL", joined(u32(order), u32(size), u32(size), u32(0), u32(0), [0, 1, 0, 10, 0, 0]));
  return joined(
    letters("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", joined(u32(size), u32(size), [8, 2, 0, 0, 0])),
    chunk("acTL", joined(u32(2), u32(0))),
    control(0),
    chunk("IDAT", await image([255, 0, 0])),
    control(1),
    chunk("fdAT", joined(u32(2), await image([0, 0, 255]))),
    chunk("IEND", []),
  );
}
