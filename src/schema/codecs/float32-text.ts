const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const digitOf = new Map([...alphabet].map((letter, digit) => [letter, digit]));

/** Float32 values as little-endian bytes in base64url without padding. */
export function packFloat32(values: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (let i = 0; i < values.length; i++) view.setFloat32(i * 4, values[i]!, true);
  let text = "";
  for (let at = 0; at < view.byteLength; at += 3) {
    const left = Math.min(view.byteLength - at, 3);
    let word = 0;
    for (let i = 0; i < 3; i++) word = (word << 8) | (i < left ? view.getUint8(at + i) : 0);
    for (let i = 0; i <= left; i++) text += alphabet[(word >> (18 - 6 * i)) & 63];
  }
  return text;
}

/** The values of `packFloat32`; `null` for any text it would not have written. */
export function unpackFloat32(text: string): Float32Array | null {
  const bytes = Math.floor((text.length * 3) / 4);
  if (text.length % 4 === 1 || bytes % 4 !== 0) return null;
  const view = new DataView(new ArrayBuffer(bytes));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const digit = digitOf.get(letter);
    if (digit === undefined) return null;
    word = ((word << 6) | digit) & 0x3fff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      view.setUint8(at++, (word >> bits) & 255);
    }
  }
  if (word & ((1 << bits) - 1)) return null;
  return Float32Array.from({ length: bytes / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
