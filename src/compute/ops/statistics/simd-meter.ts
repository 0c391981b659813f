import { assemble } from "../../simd/module";
import { measurePairs, slots, spreadPairs } from "./measure-simd";
import { deadShare, measuresOf, type Meter } from "./meter";

const PAGE = 65_536;
const OUT = 0;
const START = 256;

interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly measurePairs: (...parameters: number[]) => void;
  readonly spreadPairs: (...parameters: number[]) => void;
}

/**
 * Measures by WebAssembly SIMD code of our own, without a branch in the loop.
 *
 * @throws where there is no WebAssembly SIMD.
 */
export async function simdMeter(): Promise<Meter> {
  const { instance } = await WebAssembly.instantiate(assemble([measurePairs, spreadPairs], 1));
  const kernels = instance.exports as unknown as Kernels;
  const { memory } = kernels;
  let numbers = new Float64Array(memory.buffer);
  /** Counts are 64 bits wide and never use the upper half. */
  let counts = new Int32Array(memory.buffer);

  return {
    measure(x, slopes, columns, smallestNormal) {
      const bytes = Math.ceil(x.length / 2) * 16;
      const missing = START + bytes * 2 - memory.buffer.byteLength;
      if (missing > 0) {
        memory.grow(Math.ceil(missing / PAGE));
        numbers = new Float64Array(memory.buffer);
        counts = new Int32Array(memory.buffer);
      }
      const end = START + bytes;
      numbers.set(x, START / 8);
      numbers.set(slopes, end / 8);
      const odd = x.length % 2;
      if (odd) {
        // A 0 on a slope of 1, taken off again below.
        numbers[START / 8 + x.length] = 0;
        numbers[end / 8 + x.length] = 1;
      }
      kernels.measurePairs(START, end, end, OUT, smallestNormal);
      const sum = (slot: number) => numbers[slot * 2]! + numbers[slot * 2 + 1]!;
      const count = (slot: number) => counts[slot * 4]! + counts[slot * 4 + 2]!;
      const tally = {
        sum: sum(slots.sum),
        squares: sum(slots.squares),
        largest: Math.max(numbers[slots.largest * 2]!, numbers[slots.largest * 2 + 1]!),
        zero: count(slots.zero) - odd,
        subnormal: count(slots.subnormal),
        infinite: count(slots.infinite),
        nan: count(slots.nan),
        flat: count(slots.flat),
      };
      const dead = columns === 1 ? count(slots.silent) / x.length : deadShare(x, slopes, columns);
      return measuresOf(x, tally, dead, smallestNormal, (mean) => {
        kernels.spreadPairs(START, end, OUT, mean);
        return sum(0) - odd * mean * mean;
      });
    },
  };
}
