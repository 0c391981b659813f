/**
 * Numbers read from the front of a file. Whatever lies outside gives `NaN`, which fails every
 * comparison, so a reader of a header needs no further bounds checks.
 */
export interface Bytes {
  readonly length: number;
  readonly u8: (at: number) => number;
  /** Big-endian. */
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  /** Little-endian. */
  readonly u16le: (at: number) => number;
  readonly u24le: (at: number) => number;
  readonly u32le: (at: number) => number;
  /** Whether these characters (codes below 256) stand at the place. */
  has(at: number, text: string): boolean;
}

export function createBytes(data: Uint8Array): Bytes {
  const u8 = (at: number) => data[at] ?? NaN;
  const u16 = (at: number) => u8(at) * 0x100 + u8(at + 1);
  const u16le = (at: number) => u8(at) + u8(at + 1) * 0x100;
  return {
    length: data.length,
    u8,
    u16,
    u16le,
    u32: (at) => u16(at) * 0x10000 + u16(at + 2),
    u24le: (at) => u16le(at) + u8(at + 2) * 0x10000,
    u32le: (at) => u16le(at) + u16le(at + 2) * 0x10000,
    has(at, text) {
      for (let i = 0; i < text.length; i++) if (data[at + i] !== text.charCodeAt(i)) return false;
      return true;
    },
  };
}
