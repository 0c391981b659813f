import { useId, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { formatNumber } from "../../core/format/number";
import type { Tensor } from "../../core/tensor";
import { moveBrush, sizeOf, withCell } from "./painted-grid";
import "./picture-input.css";

export interface PaintGridProps {
  readonly label: string;
  /** `[size, size, 1]`, values in [0, 1]. */
  readonly grid: Tensor;
  /** What the brush paints, 0 black to 1 white. */
  readonly brush: number;
  readonly onChange: (grid: Tensor) => void;
}

/**
 * A few large pixels to paint on. Pointer: press or drag paints with the brush; starting on a cell
 * that has the brush's value already, it wipes to black. Keys: arrows move, Space or Enter paint or
 * wipe, + and − change the cell by a tenth.
 */
export function PaintGrid({ label, grid, brush, onChange }: PaintGridProps) {
  const size = sizeOf(grid);
  const id = useId();
  const surface = useRef<SVGSVGElement>(null);
  const [chosen, setChosen] = useState(0);
  const [stroke, setStroke] = useState<number | null>(null);
  const cell = Math.min(chosen, size * size - 1);

  const inkFor = (at: number) => (grid.data[at] === Math.fround(brush) && brush > 0 ? 0 : brush);

  function put(at: number, value: number) {
    setChosen(at);
    if (grid.data[at] !== Math.fround(value)) onChange(withCell(grid, at, value));
  }

  function under(event: PointerEvent): number | null {
    const box = surface.current!.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * size);
    const row = Math.floor(((event.clientY - box.top) / box.height) * size);
    const inside = column >= 0 && column < size && row >= 0 && row < size;
    return inside ? row * size + column : null;
  }

  function onPointerDown(event: PointerEvent) {
    const at = under(event);
    if (event.button !== 0 || at === null) return;
    surface.current!.setPointerCapture(event.pointerId);
    const ink = inkFor(at);
    setStroke(ink);
    put(at, ink);
  }

  function onPointerMove(event: PointerEvent) {
    if (stroke === null) return;
    const at = under(event);
    if (at !== null) put(at, stroke);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = moveBrush(cell, event.key, size);
    if (moved !== null) setChosen(moved);
    else if (event.key === " " || event.key === "Enter") put(cell, inkFor(cell));
    else if (event.key === "+" || event.key === "=") put(cell, grid.data[cell]! + 0.1);
    else if (event.key === "-") put(cell, grid.data[cell]! - 0.1);
    else return;
    event.preventDefault();
  }

  return (
    <svg
      ref={surface}
      className="picture-paint"
      viewBox={`0 0 ${size} ${size}`}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${id}-${cell}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setStroke(null)}
      onPointerCancel={() => setStroke(null)}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: size }, (_, row) => (
        <g key={row} role="row">
          {Array.from({ length: size }, (_, column) => {
            const at = row * size + column;
            const grey = Math.round(grid.data[at]! * 255);
            return (
              <rect
                key={column}
                id={`${id}-${at}`}
                role="gridcell"
                aria-label={`row ${row}, column ${column}: ${formatNumber(grid.data[at]!)}`}
                aria-selected={at === cell}
                x={column}
                y={row}
                width={1}
                height={1}
                fill={`rgb(${grey} ${grey} ${grey})`}
              />
            );
          })}
        </g>
      ))}
      <rect
        className="picture-paint-mark"
        x={cell % size}
        y={Math.floor(cell / size)}
        width={1}
        height={1}
      />
    </svg>
  );
}
