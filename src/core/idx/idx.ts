/** Numbers of an IDX file, the format that MNIST is kept in: `data` row by row, `shape` as stored. */
export interface IdxFile {
  /** `[count, height, width]` for pictures, `[count]` for labels. */
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/** What is wrong with an IDX file, in one sentence for the reader. */
export class IdxError extends Error {
  override readonly name = "IdxError";
  readonly code: IdxFault;

  constructor(code: IdxFault, message: string) {
    super(message);
    this.code = code;
  }
}

export type IdxFault = "gzip" | "magic" | "type" | "size" | "short" | "long" | "label" | "count";

const unsignedByte = 0x08;
const largestCount = 0x10000000;

/**
 * Reads an IDX file of bytes: two zeros, the type 8, the number of axes, each axis' length as a
 * big-endian 32-bit number, then exactly as many bytes as that makes. So pictures begin with the
 * number 2051, labels with 2049.
 *
 * @param bytes the whole file, already unpacked if it was gzipped; `data` is a view of it
 * @throws IdxError naming the first thing that is not as it should be
 * Source: LeCun, Cortes & Burges, "The MNIST database", file formats.
 */
export function parseIdx(bytes: Uint8Array): IdxFile {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new IdxError("gzip", "This file is still packed with gzip.");
  }
  if (bytes.length < 4) throw new IdxError("short", "This file is too short for an IDX file.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0) {
    const magic = view.getUint32(0);
    throw new IdxError(
      "magic",
      `This is not an IDX file: it begins with ${magic}, where 2051 (pictures) or 2049 (labels) is expected.`,
    );
  }
  if (bytes[2] !== unsignedByte) {
    throw new IdxError("type", "This IDX file does not hold bytes; only type 8 can be read.");
  }
  const axes = bytes[3]!;
  const start = 4 + 4 * axes;
  if (axes === 0) throw new IdxError("size", "This IDX file has no axes, so it holds nothing.");
  if (bytes.length < start) {
    throw new IdxError("short", "This IDX file ends before it has said how much it holds.");
  }
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const expected = shape.reduce((product, length) => product * length, 1);
  const found = bytes.length - start;
  const sizes = shape.join(" × ");
  if (!(expected <= largestCount)) {
    throw new IdxError(
      "size",
      `This IDX file says that it holds ${sizes} numbers, too many to be true.`,
    );
  }
  if (found !== expected) {
    throw new IdxError(
      found < expected ? "short" : "long",
      `This IDX file should hold ${sizes} = ${expected} numbers and holds ${found}.`,
    );
  }
  return { shape, data: bytes.subarray(start) };
}
