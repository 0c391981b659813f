import { f32x4, f64x2, i32, shuffle, v128, type Code } from "../../simd/instructions";
import { kind, type FunctionSpec, type Local } from "../../simd/module";

const { i32: I32, v128: V128 } = kind;
/** Pairs of outputs that are added up side by side. */
const PAIRS = 4;

/** Outputs made at a time: so many numbers past the end may be read and written. */
export const STRIP = PAIRS * 2;

const plus = (at: Local, bytes: Code): Code => at.set(i32.add(at.get, bytes));

/**
 * One kernel over one padded plane, stride 1. Parameters: plane, weights (float64, row by row),
 * output, its height, bytes of a row of the output and of the plane, kernel height and width, bytes
 * from tap to tap and from one row of taps to the next; addresses in bytes. Every sum is added up in
 * float64 in the order of core's loops and rounded once, so the numbers are the same bit for bit.
 * Rows come first to last; each spills over into the next.
 */
export const slideKernel: FunctionSpec = {
  name: "slideKernel",
  parameters: Array.from({ length: 10 }, () => I32),
  write(body, ...given) {
    const [plane, weights, output, height, outRow, inRow, rows, columns, tap, tapRow] = given;
    const sums = Array.from({ length: PAIRS }, () => body.local(V128));
    const factor = body.local(V128);
    const row = body.local(I32);
    const column = body.local(I32);
    const i = body.local(I32);
    const j = body.local(I32);
    const line = body.local(I32);
    const at = body.local(I32);
    const weight = body.local(I32);
    const target = body.local(I32);
    const halves = (pair: number): Code =>
      shuffle(f32x4.demote(sums[pair]!.get), f32x4.demote(sums[pair + 1]!.get), [0, 1, 4, 5]);

    const addTap: Code = [
      factor.set(v128.load64Splat(weight.get)),
      sums.map((sum, pair) => {
        const values = f64x2.promoteLow(v128.load64Splat(at.get, pair * 8));
        return sum.set(f64x2.add(sum.get, f64x2.mul(values, factor.get)));
      }),
      plus(at, tap!.get),
      plus(weight, i32.const(8)),
    ];
    const strip: Code = [
      sums.map((sum) => sum.set(f64x2.const(0))),
      weight.set(weights!.get),
      line.set(i32.add(plane!.get, column.get)),
      i.set(i32.const(0)),
      body.loop(i, 1, rows!.get, [
        at.set(line.get),
        j.set(i32.const(0)),
        body.loop(j, 1, columns!.get, addTap),
        plus(line, tapRow!.get),
      ]),
      target.set(i32.add(output!.get, column.get)),
      v128.store(target.get, halves(0)),
      v128.store(target.get, halves(2), 16),
    ];
    return [
      row.set(i32.const(0)),
      body.loop(row, 1, height!.get, [
        column.set(i32.const(0)),
        body.loop(column, STRIP * 4, outRow!.get, strip),
        plus(plane!, inRow!.get),
        plus(output!, outRow!.get),
      ]),
    ];
  },
};
