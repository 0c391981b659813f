import type { ReactNode } from "react";
import { formatNumber } from "../../core/format/number";
import type { Cell, Region, WindowOverlay } from "./cell";
import { FocusHairlines } from "./focus-hairlines";
import { contains, windowRegion } from "./region";
import { WindowMark } from "./window-mark";

export interface MapOverlayProps {
  readonly rows: number;
  readonly columns: number;
  readonly view: Region;
  readonly still: string | undefined;
  readonly window: WindowOverlay | null;
  readonly selected: Cell | null;
  readonly hover: Cell | null;
  readonly values: ArrayLike<number> | undefined;
  readonly variant: "figure" | "thumb";
  readonly patternId: string;
  readonly children?: ReactNode;
}

/** Up to this many cells a side are drawn with grid lines and numbers. */
const cellsWithLines = 16;

/** Everything drawn over a map, in the coordinates of its cells. */
export function MapOverlay(props: MapOverlayProps) {
  const { rows, columns, view, still, window, selected, hover, values, variant, patternId } = props;
  const lined = variant === "figure" && Math.max(view.rows, view.columns) <= cellsWithLines;
  const numbered = lined && values !== undefined;
  const focus = window ? windowRegion(window) : selected && { ...selected, rows: 1, columns: 1 };
  return (
    <svg
      className="viz-map-overlay"
      viewBox={`${view.column} ${view.row} ${view.columns} ${view.rows}`}
      aria-hidden="true"
    >
      {still && (
        <image
          className="viz-map-still"
          href={still}
          width={columns}
          height={rows}
          preserveAspectRatio="none"
        />
      )}
      {lined && <path className="viz-map-lines" d={gridPath(rows, columns)} />}
      <rect className="viz-map-border" width={columns} height={rows} />
      {numbered && <Numbers values={values} view={view} rows={rows} columns={columns} />}
      {props.children}
      {/* Cells with room for a number are found without, and lines would strike numbers through. */}
      {focus && !numbered && <FocusHairlines focus={focus} view={view} />}
      {window && <WindowMark window={window} rows={rows} columns={columns} patternId={patternId} />}
      {selected && <Mark cell={selected} kind="selected" />}
      {hover && <Mark cell={hover} kind="hover" />}
    </svg>
  );
}

function Mark({ cell, kind }: { readonly cell: Cell; readonly kind: "selected" | "hover" }) {
  const place = { x: cell.column, y: cell.row, width: 1, height: 1 };
  return (
    <>
      <rect className="viz-map-halo" {...place} />
      <rect className="viz-map-mark" data-kind={kind} {...place} />
    </>
  );
}

interface NumbersProps {
  readonly values: ArrayLike<number>;
  readonly view: Region;
  readonly rows: number;
  readonly columns: number;
}

function Numbers({ values, view, rows, columns }: NumbersProps) {
  const cells = Array.from({ length: view.rows * view.columns }, (_, index) => ({
    row: view.row + Math.floor(index / view.columns),
    column: view.column + (index % view.columns),
  })).filter((cell) => contains(rows, columns, cell));
  // Drawn at 100 units a cell: browsers round glyphs below one unit.
  return (
    <g className="viz-map-numbers" transform="scale(0.01)">
      {cells.map(({ row, column }) => (
        <CellNumber
          key={`${row},${column}`}
          x={column * 100 + 50}
          y={row * 100 + 50}
          text={formatNumber(values[row * columns + column] ?? NaN)}
        />
      ))}
    </g>
  );
}

function CellNumber({
  x,
  y,
  text,
}: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}) {
  const width = Math.min(text.length * 17 + 12, 96);
  return (
    <>
      <rect x={x - width / 2} y={y - 21} width={width} height={42} rx={8} />
      <text
        x={x}
        y={y}
        textLength={text.length > 5 ? 84 : undefined}
        lengthAdjust="spacingAndGlyphs"
      >
        {text}
      </text>
    </>
  );
}

function gridPath(rows: number, columns: number): string {
  const across = Array.from({ length: rows - 1 }, (_, row) => `M0 ${row + 1}H${columns}`);
  const down = Array.from({ length: columns - 1 }, (_, column) => `M${column + 1} 0V${rows}`);
  return [...across, ...down].join("");
}
