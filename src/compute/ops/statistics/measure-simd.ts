import { f64x2, i32, i64x2, v128, type Code } from "../../simd/instructions";
import { kind, type FunctionSpec, type Local } from "../../simd/module";

const { i32: I32, f64: F64, v128: V128 } = kind;
const { abs, add, eq, lt, mul, ne, pmax, splat, sub } = f64x2;

/** Slopes smaller than this in size count as flat. */
export const FLAT = 0.01;

/** Where `measure` puts each pair of lanes, in units of 16 bytes from `out`. */
export const slots = {
  sum: 0,
  squares: 1,
  largest: 2,
  zero: 3,
  subnormal: 4,
  infinite: 5,
  nan: 6,
  flat: 7,
  silent: 8,
} as const;

/**
 * One pass over pairs of float64 from `x` to `end`, and over as many slopes: sums of numbers and of
 * squares, the largest finite size, counts of zeros, subnormal, infinite and NaN, of flat slopes, and
 * of zeros on slopes of 0. Two lanes of each are left at `out`; counts are 64-bit integers.
 *
 * Parameters: x, end, slopes, out, smallestNormal.
 */
export const measurePairs: FunctionSpec = {
  name: "measurePairs",
  parameters: [I32, I32, I32, I32, F64],
  write(body, x, end, slopes, out, smallestNormal) {
    const totals = Object.fromEntries(
      Object.keys(slots).map((name) => [name, body.local(V128)]),
    ) as Record<keyof typeof slots, Local>;
    const [value, size, slope, mask] = [0, 1, 2, 3].map(() => body.local(V128)) as [
      Local,
      Local,
      Local,
      Local,
    ];
    const normal = body.let(V128, splat(smallestNormal!.get));
    const count = (total: Local, where: Code): Code => total.set(i64x2.sub(total.get, where));
    const infinity = f64x2.const(Infinity);
    const zero = f64x2.const(0);
    return [
      normal.code,
      Object.values(totals).map((total) => total.set(zero)),
      body.loop(x!, 16, end!.get, [
        value.set(v128.load(x!.get)),
        slope.set(v128.load(slopes!.get)),
        slopes!.set(i32.add(slopes!.get, i32.const(16))),
        size.set(abs(value.get)),
        totals.sum.set(add(totals.sum.get, value.get)),
        totals.squares.set(add(totals.squares.get, mul(value.get, value.get))),
        // Infinite and NaN sizes are taken for 0.
        totals.largest.set(pmax(totals.largest.get, v128.and(size.get, lt(size.get, infinity)))),
        mask.set(eq(size.get, zero)),
        count(totals.zero, mask.get),
        count(totals.silent, v128.and(mask.get, eq(slope.get, zero))),
        count(totals.subnormal, v128.andNot(lt(size.get, normal.local.get), mask.get)),
        count(totals.infinite, eq(size.get, infinity)),
        count(totals.nan, ne(value.get, value.get)),
        count(totals.flat, lt(abs(slope.get), f64x2.const(FLAT))),
      ]),
      Object.entries(slots).map(([name, slot]) =>
        v128.store(out!.get, totals[name as keyof typeof slots].get, slot * 16),
      ),
    ];
  },
};

/** Sums of squared distances from `mean`, two lanes left at `out`. Parameters: x, end, out, mean. */
export const spreadPairs: FunctionSpec = {
  name: "spreadPairs",
  parameters: [I32, I32, I32, F64],
  write(body, x, end, out, mean) {
    const [middle, away, total] = [0, 1, 2].map(() => body.local(V128)) as [Local, Local, Local];
    return [
      middle.set(splat(mean!.get)),
      total.set(f64x2.const(0)),
      body.loop(x!, 16, end!.get, [
        away.set(sub(v128.load(x!.get), middle.get)),
        total.set(add(total.get, mul(away.get, away.get))),
      ]),
      v128.store(out!.get, total.get),
    ];
  },
};
