/** One cell of a map; row and column count from 0 at the top left. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; may reach beyond the map, where padding lies. */
export interface Region extends Cell {
  readonly rows: number;
  readonly columns: number;
}

/** The kernel's taps laid on a map. */
export interface WindowOverlay {
  /** Top left tap; negative where it lies in the padding. */
  readonly row: number;
  readonly column: number;
  /** Taps a side. */
  readonly kernelRows: number;
  readonly kernelColumns: number;
  /** Distance between neighbouring taps, in cells; default 1. */
  readonly dilation?: number;
  /** The tap being multiplied now, counted row by row. */
  readonly activeTap?: number;
  /**
   * Cells that taps outside the map really read (reflect, replicate and circular padding); absent
   * for zero padding.
   */
  readonly sources?: readonly Cell[];
}

export function sameCell(a: Cell | null | undefined, b: Cell | null | undefined): boolean {
  return a?.row === b?.row && a?.column === b?.column;
}
