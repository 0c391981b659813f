import { f32x4, i32, i32x4, v128, type Code } from "../../simd/instructions";
import { kind, type FunctionSpec } from "../../simd/module";

const { i32: I32, v128: V128 } = kind;
const bytes = (numbers: number): number => numbers * 4;

/** Cells that are added up side by side: up to eight sums stay in registers. */
export const tileOf = (outLanes: number): number => (outLanes > 8 ? 2 : 4);

/**
 * Correlation of one map with square kernels, `[rows, columns, inLanes]` → `[rows, columns, outLanes]`.
 * Parameters: input at the first window's corner, weights `[k, k, inLanes, outLanes]`, output (addresses
 * in bytes); rows, columns of the output, k; bytes from one window to the next, from one row of windows
 * to the next, from one tap to the next, from one row of taps to the next.
 *
 * Rows are done in whole tiles: a last one reads beyond its row and writes into the next, which is
 * done later; the caller leaves room after the last row.
 */
export function correlateProgram(name: string, inLanes: number, outLanes: number): FunctionSpec {
  const vectors = outLanes / 4;
  const cells = tileOf(outLanes);
  return {
    name,
    parameters: Array.from({ length: 10 }, () => I32),
    write(body, ...parameters) {
      const [input, weights, output, rows, columns, k, stepX, stepY, tapX, tapY] =
        parameters as unknown as readonly (typeof parameters)[number][] & { length: 10 };
      const sums = Array.from({ length: cells * vectors }, () => body.local(V128));
      const lanes = Array.from({ length: vectors }, () => body.local(V128));
      const value = body.local(V128);
      const corners = Array.from({ length: cells }, () => body.local(I32));
      const [row, column, i, j] = [0, 1, 2, 3].map(() => body.local(I32));
      const [cell, line, weight, target, rowTarget] = [0, 1, 2, 3, 4].map(() => body.local(I32));
      const forth = (local: (typeof corners)[number], by: Code) =>
        local.set(i32.add(local.get, by));

      const tap: Code = Array.from({ length: inLanes }, (_, lane) => [
        lanes.map((vector, v) =>
          vector.set(v128.load(weight!.get, bytes(lane * outLanes + v * 4))),
        ),
        corners.map((corner, p) => [
          value.set(v128.load32Splat(corner.get, bytes(lane))),
          lanes.map((vector, v) => {
            const sum = sums[p * vectors + v]!;
            return sum.set(f32x4.add(sum.get, f32x4.mul(value.get, vector.get)));
          }),
        ]),
      ]);
      const tapRow: Code = [
        corners.map((corner, p) =>
          corner.set(p === 0 ? line!.get : i32.add(corners[p - 1]!.get, stepX!.get)),
        ),
        j!.set(i32.const(0)),
        body.loop(j!, 1, k!.get, [
          tap,
          corners.map((corner) => forth(corner, tapX!.get)),
          forth(weight!, i32.const(bytes(inLanes * outLanes))),
        ]),
        forth(line!, tapY!.get),
      ];
      const tile: Code = [
        sums.map((sum) => sum.set(i32x4.const(0))),
        weight!.set(weights!.get),
        line!.set(cell!.get),
        i!.set(i32.const(0)),
        body.loop(i!, 1, k!.get, tapRow),
        sums.map((sum, at) => v128.store(target!.get, sum.get, bytes(at * 4))),
        forth(target!, i32.const(bytes(cells * outLanes))),
        forth(cell!, i32.mul(stepX!.get, i32.const(cells))),
      ];
      return [
        row!.set(i32.const(0)),
        rowTarget!.set(output!.get),
        body.loop(row!, 1, rows!.get, [
          cell!.set(input!.get),
          target!.set(rowTarget!.get),
          column!.set(i32.const(0)),
          body.loop(column!, cells, columns!.get, tile),
          forth(input!, stepY!.get),
          forth(rowTarget!, i32.mul(columns!.get, i32.const(bytes(outLanes)))),
        ]),
      ];
    },
  };
}
