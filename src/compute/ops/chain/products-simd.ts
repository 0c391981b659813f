import { f32, f32x4, f64x2, i32, shuffle, v128, type Code } from "../../simd/instructions";
import { kind, type Body, type FunctionSpec, type Local } from "../../simd/module";

const { i32: I32, v128: V128 } = kind;
const { add, mul, promoteLow } = f64x2;

/** Bytes of a row of a panel of y: four float64. */
export const SUM_ROW = 32;
/** Bytes of a row of a tile and of a panel of x: four float64 when `wide`, else four float32. */
export const rowBytesOf = (wide: boolean): number => (wide ? 32 : 16);

const plus = (at: Local, bytes: Local): Code => i32.add(at.get, bytes.get);
const ahead = (at: Local, bytes: number): Code => i32.add(at.get, i32.const(bytes));
const promoteHigh = (four: Code): Code => promoteLow(shuffle(four, four, [2, 3, 2, 3]));

/** Stores four float32, widened when `wide`. */
function storeFour(to: Local, four: Local, wide: boolean): Code {
  if (!wide) return v128.store(to.get, four.get);
  return [v128.store(to.get, promoteLow(four.get)), v128.store(to.get, promoteHigh(four.get), 16)];
}

/** Moves four columns of float32, row by row, into a tile `[row][column]`. */
function packColumns(body: Body, { w, size, rowBytes, tile }: Weights, wide: boolean): Code {
  const from = body.let(I32, w.get);
  const end = body.let(I32, plus(w, size));
  const to = body.let(I32, tile.get);
  const four = body.local(V128);
  return [
    from.code,
    end.code,
    to.code,
    body.loop(from.local, rowBytes, end.local.get, [
      four.set(v128.load(from.local.get)),
      storeFour(to.local, four, wide),
      to.local.set(ahead(to.local, rowBytesOf(wide))),
    ]),
  ];
}

/** Moves four rows of float32 into a tile `[column][row]`. */
function packRows(body: Body, { w, rowBytes, tile }: Weights, wide: boolean): Code {
  const end = body.let(I32, plus(w, rowBytes));
  const rows = [0, 1, 2, 3].map(() => body.local(I32)) as [Local, Local, Local, Local];
  const to = body.let(I32, tile.get);
  const four = body.local(V128);
  const [first, ...others] = rows;
  return [
    end.code,
    first.set(w.get),
    others.map((row, at) => row.set(plus(rows[at]!, rowBytes))),
    to.code,
    body.loop(first, 4, end.local.get, [
      four.set(
        others.reduce<Code>(
          (lanes, row, at) => f32x4.replaceLane(lanes, at + 1, f32.load(row.get)),
          f32x4.splat(f32.load(first.get)),
        ),
      ),
      storeFour(to.local, four, wide),
      others.map((row) => row.set(ahead(row, 4))),
      to.local.set(ahead(to.local, rowBytesOf(wide))),
    ]),
  ];
}

interface Weights {
  readonly w: Local;
  readonly size: Local;
  readonly rowBytes: Local;
  readonly tile: Local;
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
function addTile(body: Body, panels: Panels, wide: boolean): Code {
  const { tile, x, y, count, length, xStep, yStep } = panels;
  const sums = Array.from({ length: 8 }, () => body.local(V128));
  const [left, right, product] = [body.local(V128), body.local(V128), body.local(V128)];
  const [panel, at, from] = [body.local(I32), body.local(I32), body.local(I32)];
  const into = body.let(I32, y.get);
  const source = body.let(I32, x.get);
  const step = rowBytesOf(wide);
  const end = body.let(I32, i32.add(tile.get, i32.mul(length.get, i32.const(step))));
  const wideRow = (row: number): Code => [
    product.set(v128.load64Splat(at.get, row * 8)),
    sums[row * 2]!.set(add(sums[row * 2]!.get, mul(product.get, left.get))),
    sums[row * 2 + 1]!.set(add(sums[row * 2 + 1]!.get, mul(product.get, right.get))),
  ];
  const narrowRow = (row: number): Code => [
    product.set(f32x4.mul(v128.load32Splat(at.get, row * 4), left.get)),
    sums[row * 2]!.set(add(sums[row * 2]!.get, promoteLow(product.get))),
    sums[row * 2 + 1]!.set(add(sums[row * 2 + 1]!.get, promoteHigh(product.get))),
  ];
  return [
    panel.set(i32.const(0)),
    into.code,
    source.code,
    end.code,
    body.loop(panel, 1, count.get, [
      sums.map((sum, index) => sum.set(v128.load(into.local.get, index * 16))),
      at.set(tile.get),
      from.set(source.local.get),
      body.loop(at, step, end.local.get, [
        left.set(v128.load(from.get)),
        wide ? right.set(v128.load(from.get, 16)) : [],
        [0, 1, 2, 3].map(wide ? wideRow : narrowRow),
        from.set(ahead(from, step)),
      ]),
      sums.map((sum, index) => v128.store(into.local.get, sum.get, index * 16)),
      into.local.set(plus(into.local, yStep)),
      source.local.set(plus(source.local, xStep)),
    ]),
  ];
}

/**
 * Matrix products over part of a weight matrix `w` (float32, rows of `rowBytes`) and panels: the
 * columns of x and y in groups of four, each group `[row][4]`. y is float64 and a multiple of four
 * rows. Products are float32, or float64 when `wide`; sums are float64, in the order of the tile.
 *
 * Parameters: w, size (bytes of w that count), rowBytes, tile (room for `length` rows), x, y, yEnd
 * (of the first panel), count (panels), length, xStep, yStep.
 */
function products(
  name: string,
  wide: boolean,
  pack: (body: Body, weights: Weights, wide: boolean) => Code,
  next: (w: Local, rowBytes: Local) => Code,
): FunctionSpec {
  return {
    name,
    parameters: Array.from({ length: 11 }, () => I32),
    write(body, w, size, rowBytes, tile, x, y, yEnd, count, length, xStep, yStep) {
      const weights = { w: w!, size: size!, rowBytes: rowBytes!, tile: tile! };
      const panels = {
        tile: tile!,
        x: x!,
        y: y!,
        count: count!,
        length: length!,
        xStep: xStep!,
        yStep: yStep!,
      };
      return body.loop(y!, 4 * SUM_ROW, yEnd!.get, [
        pack(body, weights, wide),
        addTile(body, panels, wide),
        w!.set(next(w!, rowBytes!)),
      ]);
    },
  };
}

/** `Y[j, c] += Σᵢ W[i, j] · X[i, c]`; `length` counts rows of W, y its columns. */
const there = (name: string, wide: boolean) =>
  products(name, wide, packColumns, (w) => ahead(w, 16));

/** `Y[i, c] += Σⱼ W[i, j] · X[j, c]`; `length` counts columns of W, y its rows. */
const back = (name: string, wide: boolean) =>
  products(name, wide, packRows, (w, rowBytes) =>
    i32.add(w.get, i32.mul(rowBytes.get, i32.const(4))),
  );

export const productKernels = [
  there("addProducts", false),
  there("addWideProducts", true),
  back("addProductsBack", false),
  back("addWideProductsBack", true),
];
