/** Shades of grey between paper and ink that a drawing keeps. */
const SHADES = 7;

export interface ShadePath {
  /** From 0, paper, to 255, ink. */
  readonly grey: number;
  /** Rectangles a cell high, as an SVG path in cells. */
  readonly path: string;
}

/**
 * A picture of values 0 to 1 as one path a shade of grey; paper is left out. Small enough to stand
 * in a page, and sharp at any size.
 */
export function shadePaths(values: ArrayLike<number>, columns: number): readonly ShadePath[] {
  const paths = Array.from({ length: SHADES }, () => "");
  const shadeOf = (at: number) =>
    Math.min(Math.max(Math.round(values[at]! * SHADES), 0), SHADES) || 0;
  for (let at = 0; at < values.length;) {
    const shade = shadeOf(at);
    const rowEnd = at - (at % columns) + columns;
    let end = at + 1;
    while (end < rowEnd && shadeOf(end) === shade) end++;
    if (shade > 0)
      paths[shade - 1] +=
        `M${at % columns} ${Math.floor(at / columns)}h${end - at}v1h-${end - at}z`;
    at = end;
  }
  return paths.flatMap((path, at) =>
    path === "" ? [] : [{ grey: Math.round((255 * (at + 1)) / SHADES), path }],
  );
}
