import { cellColor, largestMagnitude } from "./cell-color";
import type { CellColor } from "./cell-color";
import { CellFill } from "./cell-fill";
import { allShort, cellText } from "./cell-text";
import "../viz.css";
import "./grid.css";

export interface NumberGridProps {
  /** What the numbers are, e.g. "red under the window"; its accessible name. */
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** Magnitude that gets the full colour; default: the largest finite one of the values. */
  readonly limit?: number | undefined;
  /** `signed` (default) or `grey` for values in [0, 1]; `none` leaves the cells plain. */
  readonly colors?: "signed" | "grey" | "none" | undefined;
  /** The cell being spoken of. */
  readonly highlighted?: number | null | undefined;
  /** Cells that lie in the padding: hatched behind their number. */
  readonly outside?: readonly boolean[] | undefined;
  /** A cell under the pointer; `null` when none. */
  readonly onTap?: ((index: number | null) => void) | undefined;
}

/** Numbers in a grid on the colours of their values; read, not changed. */
export function NumberGrid(props: NumberGridProps) {
  const { label, rows, columns, values, colors = "signed", highlighted, outside, onTap } = props;
  const limit = props.limit ?? (colors === "grey" ? 1 : largestMagnitude(values));
  return (
    <div
      className="viz-numbers"
      role="table"
      aria-label={label}
      data-size={columns}
      data-short={allShort(values, columns) || undefined}
    >
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} role="row" className="viz-grid-row">
          {Array.from({ length: columns }, (_, column) => {
            const index = row * columns + column;
            const value = values[index] ?? NaN;
            const color: CellColor =
              colors === "none" && Number.isFinite(value)
                ? { fill: "none", ink: "dark" }
                : cellColor(value, limit, colors === "none" ? "signed" : colors);
            return (
              <div
                key={column}
                role="cell"
                className="viz-cell"
                data-ink={colors === "none" ? undefined : color.ink}
                data-non-finite={color.fill === null || undefined}
                data-highlighted={index === highlighted || undefined}
                onPointerEnter={onTap && (() => onTap(index))}
                onPointerLeave={onTap && (() => onTap(null))}
              >
                <CellFill color={color} outside={outside?.[index] ?? false} />
                <span className="viz-cell-text">{cellText(value, columns)}</span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
