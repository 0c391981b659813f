/** Bytes of WebAssembly code, nested as the expressions are: operands first, then the instruction. */
export type Code = number | readonly Code[];

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest ? low | 0x80 : low);
  } while (rest);
  return bytes;
}

/** Signed LEB128 of a 32-bit number. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0))
      return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const little = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);

const simd = (opcode: number, ...immediates: Code[]): Code => [0xfd, unsigned(opcode), immediates];
const unary = (opcode: number) => (a: Code) => [a, simd(opcode)] as Code;
const binary = (opcode: number) => (a: Code, b: Code) => [a, b, simd(opcode)] as Code;
const plain = (opcode: number) => (a: Code, b: Code) => [a, b, opcode] as Code;
/** Alignment as a power of two, then the offset. */
const access = (align: number, offset: number): Code => [align, unsigned(offset)];

export const i32 = {
  const: (value: number): Code => [0x41, signed(value)],
  load: (at: Code, offset = 0): Code => [at, 0x28, access(2, offset)],
  shl: plain(0x74),
  add: plain(0x6a),
  mul: plain(0x6c),
  ltU: plain(0x49),
};

export const f64 = {
  load: (at: Code, offset = 0): Code => [at, 0x2b, access(3, offset)],
  store: (at: Code, value: Code, offset = 0): Code => [at, value, 0x39, access(3, offset)],
  add: plain(0xa0),
};

export const f32 = {
  load: (at: Code, offset = 0): Code => [at, 0x2a, access(2, offset)],
  promote: (a: Code): Code => [a, 0xbb],
};

export const v128 = {
  load: (at: Code, offset = 0): Code => [at, simd(0x00, access(2, offset))],
  load32Splat: (at: Code, offset = 0): Code => [at, simd(0x09, access(2, offset))],
  load64Splat: (at: Code, offset = 0): Code => [at, simd(0x0a, access(3, offset))],
  store: (at: Code, value: Code, offset = 0): Code => [at, value, simd(0x0b, access(2, offset))],
  and: binary(0x4e),
  andNot: binary(0x4f),
  or: binary(0x50),
  xor: binary(0x51),
  /** Bits of `a` where the mask has ones, else of `b`. */
  select: (a: Code, b: Code, mask: Code): Code => [a, b, mask, simd(0x52)],
};

/** Lanes 0–3 of `a` and 4–7 of `b`, four of them, in the order given. */
export function shuffle(a: Code, b: Code, lanes: readonly [number, number, number, number]): Code {
  const bytes = lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => lane * 4 + byte));
  return [a, b, simd(0x0d, bytes)];
}

export const i32x4 = {
  splat: unary(0x11),
  const: (...lanes: readonly number[]): Code =>
    simd(
      0x0c,
      [0, 1, 2, 3].map((lane) => little(lanes[lane % lanes.length]!)),
    ),
  shl: binary(0xab),
  shrS: binary(0xac),
  shrU: binary(0xad),
  add: binary(0xae),
  sub: binary(0xb1),
};

/** `extmul`: full products of unsigned lanes 0, 1 or 2, 3. */
export const i64x2 = { extmulLow: binary(0xde), extmulHigh: binary(0xdf), sub: binary(0xd1) };

const wordOf = (value: number): number => {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return view.getUint32(0);
};

export const f32x4 = {
  splat: unary(0x13),
  replaceLane: (a: Code, lane: number, value: Code): Code => [a, value, simd(0x20, lane)],
  const: (value: number): Code => i32x4.const(wordOf(value)),
  sqrt: unary(0xe3),
  add: binary(0xe4),
  sub: binary(0xe5),
  mul: binary(0xe6),
  fromI32: unary(0xfa),
  /** Two float64, rounded, and two zeros. */
  demote: unary(0x5e),
};

const doubleWords = (value: number): number[] => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [view.getInt32(0, true), view.getInt32(4, true)];
};

export const f64x2 = {
  const: (value: number): Code => i32x4.const(...doubleWords(value), ...doubleWords(value)),
  splat: unary(0x14),
  abs: unary(0xec),
  eq: binary(0x47),
  ne: binary(0x48),
  lt: binary(0x49),
  sub: binary(0xf1),
  /** The larger; the first where they cannot be compared. */
  pmax: binary(0xf7),
  add: binary(0xf0),
  mul: binary(0xf2),
  promoteLow: unary(0x5f),
};
