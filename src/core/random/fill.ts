import { philox4x32, type Words4 } from "./philox";

/** Which sequence of random numbers, without the place in it. */
export interface RandomSequence {
  readonly seed: number;
  /** Which sequence of the seed, e.g. one a layer. */
  readonly stream?: number;
  /** Which repetition of the sequence, e.g. a training step. */
  readonly step?: number;
}

const unit = (word: number): number => ((word >>> 8) + 0.5) / 0x1000000;

/** Calls `take` with every block of four words that a list of `count` numbers needs, in order. */
function blocks(
  count: number,
  { seed, stream = 0, step = 0 }: RandomSequence,
  take: (words: Words4, from: number) => void,
): void {
  const key = [seed >>> 0, Math.floor(seed / 0x100000000) >>> 0] as const;
  for (let block = 0; block * 4 < count; block++)
    take(philox4x32([block >>> 0, 0, stream >>> 0, step >>> 0], key), block * 4);
}

/**
 * `count` standard normal numbers, the very ones that `normalAt` gives for index 0 up, four at a time.
 */
export function normals(count: number, sequence: RandomSequence): Float64Array {
  const values = new Float64Array(Math.ceil(count / 4) * 4);
  blocks(count, sequence, (words, from) => {
    for (let pair = 0; pair < 4; pair += 2) {
      const radius = Math.sqrt(-2 * Math.log(unit(words[pair]!)));
      const angle = 2 * Math.PI * unit(words[pair + 1]!);
      values[from + pair] = radius * Math.cos(angle);
      values[from + pair + 1] = radius * Math.sin(angle);
    }
  });
  return values.subarray(0, count);
}

/** `count` numbers between 0 and 1, the very ones that `uniformAt` gives for index 0 up. */
export function uniforms(count: number, sequence: RandomSequence): Float64Array {
  const values = new Float64Array(Math.ceil(count / 4) * 4);
  blocks(count, sequence, (words, from) => {
    for (let at = 0; at < 4; at++) values[from + at] = unit(words[at]!);
  });
  return values.subarray(0, count);
}
