import { useId, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import type { Cell, Region, WindowOverlay } from "./cell";
import { sameCell } from "./cell";
import { MapOverlay } from "./map-overlay";
import { moveCell } from "./move-cell";
import type { Picture } from "./picture";
import { drawPicture } from "./picture";
import { pixelToCell } from "./pixel-to-cell";
import "../viz.css";
import "./map-canvas.css";

/** How the reader reached a cell. */
export type CellGesture = "hover" | "press" | "drag" | "key";

export interface MapCanvasProps {
  /** What the picture shows; its accessible name. */
  readonly label: string;
  /** Size of the map in cells (the picture has one pixel a cell). */
  readonly rows: number;
  readonly columns: number;
  /** The newest frame; drawn, never closed. Without one the still, or the last frame, stays. */
  readonly picture?: Picture | null | undefined;
  /** Address of the picture rendered at build time, shown until the first frame. */
  readonly still?: string | undefined;
  /** Part of the map to show, in cells; may reach into the padding. Default: the map. */
  readonly view?: Region | undefined;
  /** The kernel's window on this map. */
  readonly window?: WindowOverlay | null | undefined;
  /** The chosen cell: ringed, found by hairlines from the borders, moved by keys. */
  readonly selected?: Cell | null | undefined;
  /** The cell under the reader's pointer, here or in a linked map. */
  readonly hover?: Cell | null | undefined;
  /**
   * Numbers of the map, row by row, printed into the cells when at most 16 × 16 are shown.
   */
  readonly values?: ArrayLike<number> | undefined;
  /**
   * Called when the reader points at, presses, drags to or moves to a cell, once a cell. With it
   * the map can be focused: arrow keys, Home, End, Page Up and Page Down move `selected`.
   */
  readonly onCell?: ((cell: Cell, gesture: CellGesture) => void) | undefined;
  /** The pointer left the map. */
  readonly onLeave?: (() => void) | undefined;
  /** What a screen reader says for a cell; default "row 3, column 5" (counted from 0). */
  readonly describeCell?: ((cell: Cell) => string) | undefined;
  /** `thumb` has thinner marks, no grid lines and no numbers: for small pictures in a row. */
  readonly variant?: "figure" | "thumb" | undefined;
  /** More SVG over the picture, in the coordinates of its cells. */
  readonly children?: ReactNode;
}

/** Views of more cells than this are scaled smoothly: whole pixels would come out uneven. */
const largestCrisp = 96;

/** One plane as a picture, with the window, the chosen cell and the hovered cell drawn over it. */
export function MapCanvas(props: MapCanvasProps) {
  const { label, rows, columns, picture, still, selected, hover, onCell, onLeave } = props;
  const { variant = "figure", describeCell = defaultDescription } = props;
  const view = props.view ?? { row: 0, column: 0, rows, columns };
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Cell | null>(null);
  const [live, setLive] = useState(false);
  const patternId = useId();

  // Through the CSSOM: a style attribute in the served page would break its content policy.
  useLayoutEffect(() => {
    const style = canvas.current?.style;
    if (!style) return;
    style.left = `${(-view.column / view.columns) * 100}%`;
    style.top = `${(-view.row / view.rows) * 100}%`;
    style.width = `${(columns / view.columns) * 100}%`;
    style.height = `${(rows / view.rows) * 100}%`;
  }, [view.column, view.row, view.columns, view.rows, columns, rows]);

  useLayoutEffect(() => {
    if (canvas.current && picture && drawPicture(canvas.current, picture)) setLive(true);
  }, [picture]);

  function at(event: PointerEvent, clampToMap: boolean): Cell | null {
    const box = frame.current?.getBoundingClientRect();
    return box
      ? pixelToCell(event.clientX, event.clientY, { box, view, rows, columns }, clampToMap)
      : null;
  }

  function report(cell: Cell | null, gesture: CellGesture) {
    if (!cell || (gesture !== "press" && sameCell(cell, last.current))) return;
    last.current = cell;
    onCell?.(cell, gesture);
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    const cell = at(event, false);
    if (!cell) return;
    frame.current?.setPointerCapture(event.pointerId);
    report(cell, "press");
  }

  function onPointerMove(event: PointerEvent) {
    const dragging = frame.current?.hasPointerCapture(event.pointerId) ?? false;
    if (dragging) report(at(event, true), "drag");
    else if (event.pointerType !== "touch") report(at(event, false), "hover");
  }

  function onPointerLeave() {
    last.current = null;
    onLeave?.();
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = moveCell(selected ?? { row: 0, column: 0 }, event, rows, columns);
    if (!next) return;
    event.preventDefault();
    last.current = next;
    onCell?.(next, "key");
  }

  const interactive = onCell
    ? ({
        role: "slider",
        tabIndex: 0,
        "aria-valuemin": 0,
        "aria-valuemax": rows * columns - 1,
        "aria-valuenow": selected ? selected.row * columns + selected.column : 0,
        "aria-valuetext": selected ? describeCell(selected) : "no cell chosen",
        onPointerDown,
        onPointerMove,
        onPointerLeave,
        onKeyDown,
      } as const)
    : ({ role: "img" } as const);

  return (
    <div
      ref={frame}
      className="viz-map"
      data-variant={variant}
      data-cropped={view.rows < rows || view.columns < columns || undefined}
      data-crisp={Math.max(view.rows, view.columns) <= largestCrisp}
      aria-label={label}
      {...interactive}
    >
      <div className="viz-map-clip">
        <canvas ref={canvas} className="viz-map-canvas" />
      </div>
      <MapOverlay
        rows={rows}
        columns={columns}
        view={view}
        still={live ? undefined : still}
        window={props.window ?? null}
        selected={selected ?? null}
        hover={hover ?? null}
        values={props.values}
        variant={variant}
        patternId={patternId}
      >
        {props.children}
      </MapOverlay>
    </div>
  );
}

function defaultDescription({ row, column }: Cell): string {
  return `row ${row}, column ${column}`;
}
