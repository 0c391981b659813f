/** SVG paths of curves, in tenths of a pixel; pure. */
type Position = (value: number) => number;

const tenth = (pixel: number): number => Math.round(pixel * 10) / 10;

/** A polyline through all points; "" of none. */
export function linePath(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  px: Position,
  py: Position,
): string {
  const kept = thinned(x, y, px, py);
  return kept.length === 0 ? "" : `M${kept.join("L")}`;
}

/** Many polylines as one path. */
export function runsPath(
  x: ArrayLike<number>,
  runs: readonly ArrayLike<number>[],
  px: Position,
  py: Position,
): string {
  return runs.map((run) => linePath(x, run, px, py)).join("");
}

/** The area between two curves, closed; "" of none. */
export function bandPath(
  x: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  px: Position,
  py: Position,
): string {
  const upper = thinned(x, high, px, py);
  const lower = thinned(x, low, px, py).reverse();
  return upper.length === 0 ? "" : `M${[...upper, ...lower].join("L")}Z`;
}

/**
 * Points as "x y". Of many points in one column of pixels the first, the extremes and the last
 * remain: the drawing is the same, and thousands of points cost no more than the width.
 */
function thinned(x: ArrayLike<number>, y: ArrayLike<number>, px: Position, py: Position): string[] {
  const count = Math.min(x.length, y.length);
  const points: string[] = [];
  let at = 0;
  while (at < count) {
    const column = Math.floor(px(x[at]!));
    let end = at;
    let [lowest, highest] = [at, at];
    while (end < count && Math.floor(px(x[end]!)) === column) {
      if (py(y[end]!) < py(y[highest]!)) highest = end;
      if (py(y[end]!) > py(y[lowest]!)) lowest = end;
      end++;
    }
    const kept = [...new Set([at, lowest, highest, end - 1])].sort((a, b) => a - b);
    for (const one of kept) points.push(`${tenth(px(x[one]!))} ${tenth(py(y[one]!))}`);
    at = end;
  }
  return points;
}
