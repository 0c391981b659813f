/** A position in a grid; rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** The cell a row-by-row scan of `height × width` visits at `step`; out-of-range steps are clamped. */
export function cellAtStep(step: number, height: number, width: number): GridCell {
  const at = Math.min(Math.max(Math.trunc(step) || 0, 0), height * width - 1);
  return { row: Math.floor(at / width), column: at % width };
}

/** The step at which the scan visits a cell; a cell outside is moved to the nearest inside. */
export function stepAtCell({ row, column }: GridCell, height: number, width: number): number {
  const inside = clampCell({ row, column }, height, width);
  return inside.row * width + inside.column;
}

/** The nearest cell of a `height × width` grid. */
export function clampCell({ row, column }: GridCell, height: number, width: number): GridCell {
  const clamp = (value: number, count: number) =>
    Math.min(Math.max(Math.trunc(value) || 0, 0), count - 1);
  return { row: clamp(row, height), column: clamp(column, width) };
}
