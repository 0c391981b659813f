import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { cellColor } from "../../../viz/grid/cell-color";
import { CellFill } from "../../../viz/grid/cell-fill";
import { allShort, cellText } from "../../../viz/grid/cell-text";
import "../../../viz/viz.css";
import "../../../viz/grid/grid.css";
import { nameOf, type NumberId } from "../quantity";

export interface NumberCellsProps {
  /** What the numbers are; the group's accessible name. */
  readonly label: string;
  /** A square, row by row. */
  readonly ids: readonly NumberId[];
  /** `null` where slow motion has not come yet. */
  readonly values: readonly (number | null)[];
  readonly limit: number;
  readonly open: NumberId | null;
  readonly marked: readonly NumberId[];
  readonly onOpen: (id: NumberId) => void;
  /** What stands in the place of a number that is still to come. */
  readonly waiting?: ((at: number) => ReactNode) | undefined;
}

/** Numbers that open to the sum that made them. One tab stop; arrow keys go from one to the next. */
export function NumberCells(props: NumberCellsProps) {
  const { label, ids, values, limit, open, marked, onOpen, waiting } = props;
  const group = useRef<HTMLDivElement>(null);
  const [home, setHome] = useState(0);
  const side = Math.sqrt(ids.length);
  const made = values.filter((value) => value !== null);
  const stop = values[home] == null ? values.findIndex((value) => value !== null) : home;

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -side, ArrowDown: side }[event.key];
    const next = step === undefined ? -1 : stop + step;
    if (next < 0 || next >= ids.length || values[next] === null) return;
    event.preventDefault();
    group.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
  }

  return (
    <div
      ref={group}
      className="viz-numbers"
      role="group"
      aria-label={label}
      data-size={side}
      data-short={allShort(made, side) || undefined}
    >
      {Array.from({ length: side }, (_, row) => (
        <div key={row} className="viz-grid-row">
          {ids.slice(row * side, (row + 1) * side).map((id, column) => {
            const at = row * side + column;
            const value = values[at] ?? null;
            if (value === null)
              return (
                <div key={id} className="viz-cell st-waiting">
                  {waiting?.(at) ?? <span className="ui-hidden">not yet</span>}
                </div>
              );
            const color = cellColor(value, limit);
            const text = cellText(value, side);
            return (
              <button
                key={id}
                type="button"
                className="viz-cell st-number"
                data-at={at}
                data-ink={color.ink}
                data-non-finite={color.fill === null || undefined}
                data-highlighted={marked.includes(id) || undefined}
                aria-pressed={id === open}
                aria-label={`${nameOf(id)}: ${text}`}
                tabIndex={at === stop ? 0 : -1}
                onKeyDown={onKeyDown}
                onFocus={() => setHome(at)}
                onClick={() => onOpen(id)}
              >
                <CellFill color={color} />
                <span className="viz-cell-text">{text}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
