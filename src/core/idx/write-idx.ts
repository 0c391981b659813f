/**
 * Numbers from 0 to 255 as an IDX file, which `parseIdx` reads back: pictures of shape
 * `[count, height, width]` begin with 2051, labels of shape `[count]` with 2049.
 */
export function writeIdx(shape: readonly number[], data: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = 4 + 4 * shape.length;
  const bytes = new Uint8Array(start + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + shape.length);
  shape.forEach((length, axis) => view.setUint32(4 + 4 * axis, length));
  bytes.set(data, start);
  return bytes;
}
