import { labelledSet, type LabelledSet } from "../../core/idx/digit-set";
import { IdxError, parseIdx, type IdxFile } from "../../core/idx/idx";

/** Bytes of one unpacked file at most: 60,000 pictures of 28 × 28 have 47 million. */
const MOST_BYTES = 256 * 2 ** 20;

/**
 * Pictures and labels from two IDX files, in either order, packed with gzip or not.
 *
 * @throws {IdxError} one sentence on what is wrong with them.
 */
export async function readLabelledFiles(files: readonly File[]): Promise<LabelledSet> {
  if (files.length !== 2)
    throw new IdxError(
      "count",
      `Choose two files together, the pictures and their labels; ${files.length === 1 ? "this is one" : `these are ${files.length}`}.`,
    );
  const [a, b] = (await Promise.all(files.map(readFile))) as [IdxFile, IdxFile];
  return a.shape.length === 3 ? labelledSet(a, b) : labelledSet(b, a);
}

async function readFile(file: File): Promise<IdxFile> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  if (file.size > MOST_BYTES)
    throw new IdxError("size", `“${file.name}” is too large to be read here.`);
  try {
    const bytes = packed ? await unpacked(file) : new Uint8Array(await file.arrayBuffer());
    return parseIdx(bytes);
  } catch (error) {
    if (error instanceof IdxError)
      throw new IdxError(error.code, `“${file.name}”: ${error.message}`);
    throw new IdxError("gzip", `“${file.name}” cannot be unpacked: it is damaged or cut off.`);
  }
}

async function unpacked(file: File): Promise<Uint8Array> {
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new IdxError("size", "It unpacks to more than can be read here.");
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
