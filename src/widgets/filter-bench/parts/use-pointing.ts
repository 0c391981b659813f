import { useState } from "react";
import type { Cell } from "../../../viz/map/cell";
import { sameCell } from "../../../viz/map/cell";
import type { CellGesture } from "../../../viz/map/map-canvas";
import type { CellModel } from "../cell";
import type { FilterBenchModel } from "../view-model";
import type { SetBench } from "./bench-props";

/** The cell that every grid of the figure speaks of, and how the grids change it. */
export interface Pointing {
  /** The cell under the pointer, else the selected one. */
  readonly shown: CellModel;
  /** The middle of its window on the input. */
  readonly inputCell: Cell;
  /** The tap under the pointer or focus, counted row by row; `null` when none. */
  readonly tap: number | null;
  readonly onTap: (tap: number | null) => void;
  readonly onOutput: (cell: Cell, gesture: CellGesture) => void;
  readonly onInput: (cell: Cell, gesture: CellGesture) => void;
  readonly onLeave: () => void;
}

/** Pointing shows a cell as long as it lasts; pressing, dragging and keys select it. */
export function usePointing(model: FilterBenchModel, set: SetBench): Pointing {
  const [hover, setHover] = useState<Cell | null>(null);
  const [tap, setTap] = useState<number | null>(null);
  const shown = hover ? model.cellAt(hover) : model.cell;
  const inputCell = middleOf(shown, model);

  function choose(cell: Cell, gesture: CellGesture) {
    if (gesture === "hover") return setHover(cell);
    setHover(null);
    set({ row: cell.row, column: cell.column, added: -1 });
  }

  function onInput(cell: Cell, gesture: CellGesture) {
    const target = model.outputCellAt(cell);
    // With a stride the next pixel may belong to the same output cell: a key goes on to the next.
    const stuck = gesture === "key" && sameCell(target, shown.cell);
    choose(stuck ? stepped(target, inputCell, cell, model) : target, gesture);
  }

  return {
    shown,
    inputCell,
    tap,
    onTap: setTap,
    onOutput: choose,
    onInput,
    onLeave: () => setHover(null),
  };
}

function middleOf({ window }: CellModel, { input }: FilterBenchModel): Cell {
  const dilation = window.dilation ?? 1;
  const middle = (start: number, taps: number, size: number) =>
    Math.min(Math.max(start + Math.floor(((taps - 1) * dilation) / 2), 0), size - 1);
  return {
    row: middle(window.row, window.kernelRows, input.rows),
    column: middle(window.column, window.kernelColumns, input.columns),
  };
}

/** One output cell on, in the direction in which an input cell was left for another. */
function stepped(cell: Cell, from: Cell, to: Cell, { output }: FilterBenchModel): Cell {
  const step = (at: number, change: number, size: number) =>
    Math.min(Math.max(at + Math.sign(change), 0), size - 1);
  return {
    row: step(cell.row, to.row - from.row, output.rows),
    column: step(cell.column, to.column - from.column, output.columns),
  };
}
