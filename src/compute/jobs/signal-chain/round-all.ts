import { rounding, type FloatFormat } from "../../../core/float-format/float-format";

/** Rounds a whole block in place. */
export type RoundAll = (x: Float64Array) => Float64Array;

const SMALLEST_NORMAL = 2 ** -126;

/** Rounding of blocks to a format; the formats of every reader have loops of their own. */
export function roundingAll(format: FloatFormat): RoundAll {
  switch (format) {
    case "float64":
      return (x) => x;
    case "float32":
      return (x) => {
        for (let at = 0; at < x.length; at++) x[at] = Math.fround(x[at]!);
        return x;
      };
    case "float32-flush":
      return (x) => {
        for (let at = 0; at < x.length; at++) {
          const value = Math.fround(x[at]!);
          x[at] =
            value < SMALLEST_NORMAL && value > -SMALLEST_NORMAL ? (value < 0 ? -0 : 0) : value;
        }
        return x;
      };
    default: {
      const round = rounding(format);
      return (x) => {
        for (let at = 0; at < x.length; at++) x[at] = round(x[at]!);
        return x;
      };
    }
  }
}
