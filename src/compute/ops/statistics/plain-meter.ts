import { FLAT } from "./measure-simd";
import { deadShare, measuresOf, type Meter } from "./meter";

/** Measures by plain loops, for where there is no SIMD. */
export function plainMeter(): Meter {
  return {
    measure(x, slopes, columns, smallestNormal) {
      const tally = { sum: 0, squares: 0, largest: 0, zero: 0, subnormal: 0, infinite: 0, nan: 0 };
      let flat = 0;
      for (let at = 0; at < x.length; at++) {
        const value = x[at]!;
        const size = Math.abs(value);
        tally.sum += value;
        tally.squares += value * value;
        if (size < Infinity && size > tally.largest) tally.largest = size;
        if (size === 0) tally.zero++;
        else if (size < smallestNormal) tally.subnormal++;
        else if (size === Infinity) tally.infinite++;
        else if (Number.isNaN(size)) tally.nan++;
        if (Math.abs(slopes[at]!) < FLAT) flat++;
      }
      const dead = deadShare(x, slopes, columns);
      return measuresOf(x, { ...tally, flat }, dead, smallestNormal, (mean) => {
        let sum = 0;
        for (let at = 0; at < x.length; at++) sum += (x[at]! - mean) ** 2;
        return sum;
      });
    },
  };
}
