import { f32, f32x4, f64x2, i32, v128, type Code } from "../../simd/instructions";
import { kind, type Body, type FunctionSpec, type Local } from "../../simd/module";

const { i32: I32, v128: V128 } = kind;
const { add, mul, promoteLow } = f64x2;

/** Bytes of a row of a panel: four float64. */
export const PANEL_ROW = 32;

const plus = (at: Local, bytes: Local): Code => i32.add(at.get, bytes.get);
const ahead = (at: Local, bytes: number): Code => i32.add(at.get, i32.const(bytes));

/** Moves four columns of float32, row by row, into a tile `[row][column]` of float64. */
function packColumns(body: Body, w: Local, size: Local, rowBytes: Local, tile: Local): Code {
  const from = body.let(I32, w.get);
  const end = body.let(I32, plus(w, size));
  const to = body.let(I32, tile.get);
  return [
    from.code,
    end.code,
    to.code,
    body.loop(from.local, rowBytes, end.local.get, [
      v128.store(to.local.get, promoteLow(v128.load64Zero(from.local.get))),
      v128.store(to.local.get, promoteLow(v128.load64Zero(from.local.get, 8)), 16),
      to.local.set(ahead(to.local, PANEL_ROW)),
    ]),
  ];
}

/** Moves four rows of float32 into a tile `[column][row]` of float64. */
function packRows(body: Body, w: Local, rowBytes: Local, tile: Local): Code {
  const end = body.let(I32, plus(w, rowBytes));
  const rows = [0, 1, 2, 3].map(() => body.local(I32)) as [Local, Local, Local, Local];
  const to = body.let(I32, tile.get);
  const pair = (a: Local, b: Local): Code =>
    promoteLow(f32x4.replaceLane(f32x4.splat(f32.load(a.get)), 1, f32.load(b.get)));
  const [first, ...others] = rows;
  return [
    end.code,
    first.set(w.get),
    others.map((row, at) => row.set(plus(rows[at]!, rowBytes))),
    to.code,
    body.loop(first, 4, end.local.get, [
      v128.store(to.local.get, pair(rows[0], rows[1])),
      v128.store(to.local.get, pair(rows[2], rows[3]), 16),
      others.map((row) => row.set(ahead(row, 4))),
      to.local.set(ahead(to.local, PANEL_ROW)),
    ]),
  ];
}

interface Panels {
  readonly tile: Local;
  readonly x: Local;
  readonly y: Local;
  readonly count: Local;
  /** Rows of the tile and of a panel of x that are multiplied. */
  readonly length: Local;
  /** Bytes from panel to panel. */
  readonly xStep: Local;
  readonly yStep: Local;
}

/** Adds to four rows of every panel of y the products of a tile with the panel of x. */
function addTile(body: Body, { tile, x, y, count, length, xStep, yStep }: Panels): Code {
  const sums = Array.from({ length: 8 }, () => body.local(V128));
  const [left, right, weight] = [body.local(V128), body.local(V128), body.local(V128)];
  const [panel, at, from] = [body.local(I32), body.local(I32), body.local(I32)];
  const into = body.let(I32, y.get);
  const source = body.let(I32, x.get);
  const end = body.let(I32, i32.add(tile.get, i32.mul(length.get, i32.const(PANEL_ROW))));
  return [
    panel.set(i32.const(0)),
    into.code,
    source.code,
    end.code,
    body.loop(panel, 1, count.get, [
      sums.map((sum, index) => sum.set(v128.load(into.local.get, index * 16))),
      at.set(tile.get),
      from.set(source.local.get),
      body.loop(at, PANEL_ROW, end.local.get, [
        left.set(v128.load(from.get)),
        right.set(v128.load(from.get, 16)),
        [0, 1, 2, 3].map((row) => [
          weight.set(v128.load64Splat(at.get, row * 8)),
          sums[row * 2]!.set(add(sums[row * 2]!.get, mul(weight.get, left.get))),
          sums[row * 2 + 1]!.set(add(sums[row * 2 + 1]!.get, mul(weight.get, right.get))),
        ]),
        from.set(ahead(from, PANEL_ROW)),
      ]),
      sums.map((sum, index) => v128.store(into.local.get, sum.get, index * 16)),
      into.local.set(plus(into.local, yStep)),
      source.local.set(plus(source.local, xStep)),
    ]),
  ];
}

/**
 * Matrix products over part of a weight matrix `w` (float32, rows of `rowBytes`) and panels: the
 * columns of x and y in groups of four, each group `[row][4]` of float64. y is a multiple of four
 * rows. Sums are float64, in the order of the tile's rows.
 *
 * Parameters: w, size (bytes of w that count), rowBytes, tile (room for `length` rows), x, y, yEnd
 * (of the first panel), count (panels), length, xStep, yStep.
 */
function products(
  name: string,
  parts: (body: Body, w: Local, size: Local, rowBytes: Local, tile: Local) => Code,
  next: (w: Local, rowBytes: Local) => Code,
): FunctionSpec {
  return {
    name,
    parameters: Array.from({ length: 11 }, () => I32),
    write(body, w, size, rowBytes, tile, x, y, yEnd, count, length, xStep, yStep) {
      const panels = {
        tile: tile!,
        x: x!,
        y: y!,
        count: count!,
        length: length!,
        xStep: xStep!,
        yStep: yStep!,
      };
      return body.loop(y!, 4 * PANEL_ROW, yEnd!.get, [
        parts(body, w!, size!, rowBytes!, tile!),
        addTile(body, panels),
        w!.set(next(w!, rowBytes!)),
      ]);
    },
  };
}

/** `Y[j, c] += Σᵢ W[i, j] · X[i, c]`; `length` counts rows of W, y its columns. */
export const addProducts = products("addProducts", packColumns, (w) => ahead(w, 16));

/** `Y[i, c] += Σⱼ W[i, j] · X[j, c]`; `length` counts columns of W, y its rows. */
export const addProductsBack = products(
  "addProductsBack",
  (body, w, _, rowBytes, tile) => packRows(body, w, rowBytes, tile),
  (w, rowBytes) => i32.add(w.get, i32.mul(rowBytes.get, i32.const(4))),
);
