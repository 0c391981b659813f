import { sourceIndex, type ConvGeometry } from "./geometry";

/**
 * Input index that (output position, tap) reads along each axis, as `position · taps + tap`;
 * −1 where zero padding is. Units: cells.
 */
export function axisSources(g: ConvGeometry): {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
} {
  return {
    rows: table(g.outHeight, g.kernelHeight, (position, tap) =>
      sourceIndex(
        position * g.strideHeight + tap * g.dilationHeight - g.pad.top,
        g.inHeight,
        g.paddingMode,
      ),
    ),
    columns: table(g.outWidth, g.kernelWidth, (position, tap) =>
      sourceIndex(
        position * g.strideWidth + tap * g.dilationWidth - g.pad.left,
        g.inWidth,
        g.paddingMode,
      ),
    ),
  };
}

function table(
  positions: number,
  taps: number,
  source: (position: number, tap: number) => number | null,
): Int32Array {
  const indices = new Int32Array(positions * taps);
  for (let position = 0; position < positions; position++)
    for (let tap = 0; tap < taps; tap++)
      indices[position * taps + tap] = source(position, tap) ?? -1;
  return indices;
}
