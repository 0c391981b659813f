import type { FloatFormat } from "../../../core/float-format/float-format";

/** Rounds float32 numbers, given as their bits, to a narrower format; halves go to the even one. */
export type RoundBits = (bits: Uint32Array, floats: Float32Array) => void;

/** Keeps the upper bits, the rest carrying into them. */
function shorten(word: number, dropped: number): number {
  const half = (1 << (dropped - 1)) - 1;
  return (word + half + ((word >>> dropped) & 1)) & (-1 << dropped);
}

const SMALLEST_NORMAL_HALF = 2 ** -14;

function toHalf(bits: Uint32Array, floats: Float32Array, flushes: boolean): void {
  for (let at = 0; at < bits.length; at++) {
    const negative = bits[at]! >>> 31 === 1;
    const size = Math.abs(floats[at]!);
    if (size >= SMALLEST_NORMAL_HALF) {
      bits[at] = shorten(bits[at]!, 13);
      if (Math.abs(floats[at]!) > 65504) floats[at] = negative ? -Infinity : Infinity;
      continue;
    }
    // Adding ½ leaves steps of 2⁻²⁴, the distance of half precision's subnormal numbers.
    const rounded = Math.fround(size + 0.5) - 0.5;
    const kept = flushes && rounded < SMALLEST_NORMAL_HALF ? 0 : rounded;
    floats[at] = negative ? -kept : kept;
  }
}

/** How weights drawn in float32 get into a format; null where they are in it already. */
export function weightRounding(format: FloatFormat): RoundBits | null {
  switch (format) {
    case "float16":
    case "float16-flush":
      return (bits, floats) => toHalf(bits, floats, format === "float16-flush");
    case "bfloat16":
      return (bits) => {
        for (let at = 0; at < bits.length; at++) bits[at] = shorten(bits[at]!, 16);
      };
    default:
      return null;
  }
}
