/**
 * Philox4x32-10, a counter-based generator: the words depend on counter and key alone, so any
 * number of a sequence can be had without those before it.
 * Source: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
 */
export type Words4 = readonly [number, number, number, number];

function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = aLow * bLow;
  const middle = aHigh * bLow + (low >>> 16);
  const cross = aLow * bHigh + (middle % 0x10000);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000)) >>> 0;
}

/** Four random words (unsigned 32-bit) for a counter of four words and a key of two. */
export function philox4x32(counter: Words4, key: readonly [number, number]): Words4 {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** Where a random number stands; whole numbers from 0, `index` below 2³⁴. */
export interface RandomPlace {
  readonly seed: number;
  /** Which sequence of the seed, e.g. one a layer. */
  readonly stream?: number;
  /** Which repetition of the sequence, e.g. a training step. */
  readonly step?: number;
  readonly index: number;
}

function wordsAt({ seed, stream = 0, step = 0, index }: RandomPlace): Words4 {
  const block = Math.floor(index / 4);
  const high = Math.floor(seed / 0x100000000) >>> 0;
  return philox4x32([block >>> 0, 0, stream >>> 0, step >>> 0], [seed >>> 0, high]);
}

function unit(word: number): number {
  return ((word >>> 8) + 0.5) / 0x1000000;
}

/** A number strictly between 0 and 1, uniform on 2²⁴ midpoints. */
export function uniformAt(place: RandomPlace): number {
  return unit(wordsAt(place)[place.index & 3]!);
}

/**
 * A standard normal number, by Box–Muller on the word pairs (0, 1) and (2, 3) of the block;
 * |z| ≤ 5.89. The words are the same everywhere; the last digits are `Math`'s.
 */
export function normalAt(place: RandomPlace): number {
  const words = wordsAt(place);
  const pair = place.index & 2;
  const radius = Math.sqrt(-2 * Math.log(unit(words[pair]!)));
  const angle = 2 * Math.PI * unit(words[pair + 1]!);
  return radius * (place.index & 1 ? Math.sin(angle) : Math.cos(angle));
}
