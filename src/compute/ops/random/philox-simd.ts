import { i32, i32x4, i64x2, shuffle, v128, type Code } from "../../simd/instructions";
import { kind, type Body, type Local } from "../../simd/module";

/** Bytes that the keys of ten rounds take, each of two words four times over. */
export const KEY_BYTES = 10 * 2 * 16;

/** Writes the keys of all rounds for a seed of two words to memory from address 0. */
export function writeRoundKeys(low: Local, high: Local): Code {
  const bumps = [0x9e3779b9, 0xbb67ae85];
  return Array.from({ length: 20 }, (_, at) => {
    const word = at % 2 === 0 ? low : high;
    const bump = Math.imul(bumps[at % 2]!, at >> 1);
    return v128.store(i32.const(at * 16), i32x4.splat(i32.add(word.get, i32.const(bump))));
  });
}

/**
 * Philox4x32-10 of four counters at once: replaces the counter words in `c` (word i of all four in
 * `c[i]`) by the random words. The keys lie where `writeRoundKeys` put them.
 */
export function philoxRounds(body: Body, c: readonly [Local, Local, Local, Local]): Code {
  const [low0, high0, low2, high2] = [0, 1, 2, 3].map(() => body.local(kind.v128)) as [
    Local,
    Local,
    Local,
    Local,
  ];
  const products = (low: Local, high: Local, word: Local, multiplier: number): Code => [
    low.set(i64x2.extmulLow(word.get, i32x4.const(multiplier))),
    high.set(i64x2.extmulHigh(word.get, i32x4.const(multiplier))),
  ];
  const key = (at: number): Code => v128.load(i32.const(0), at * 16);
  const lowWords = (low: Local, high: Local) => shuffle(low.get, high.get, [0, 2, 4, 6]);
  const highWords = (low: Local, high: Local) => shuffle(low.get, high.get, [1, 3, 5, 7]);
  return Array.from({ length: 10 }, (_, round) => [
    products(low0, high0, c[0], 0xd2511f53),
    products(low2, high2, c[2], 0xcd9e8d57),
    c[0].set(v128.xor(v128.xor(highWords(low2, high2), c[1].get), key(round * 2))),
    c[1].set(lowWords(low2, high2)),
    c[2].set(v128.xor(v128.xor(highWords(low0, high0), c[3].get), key(round * 2 + 1))),
    c[3].set(lowWords(low0, high0)),
  ]);
}
