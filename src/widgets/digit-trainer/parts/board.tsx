import { useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { BOARD, begun, drawnOn, type Stroke } from "../strokes";

export interface BoardProps {
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
}

const STEP = 2;

/**
 * A board to draw on with a pointer, or with keys: arrows move the pen, Space puts it down and
 * lifts it, Backspace takes the last stroke away.
 */
export function Board({ strokes, onChange }: BoardProps) {
  const surface = useRef<SVGSVGElement>(null);
  const drawing = useRef(false);
  const [pen, setPen] = useState<readonly [number, number]>([BOARD / 2, BOARD / 2]);
  const [down, setDown] = useState(false);
  const newest = useRef(strokes);
  // Faster than rendering: several points of a stroke come between two frames.
  useLayoutEffect(() => void (newest.current = strokes), [strokes]);

  function put(next: readonly Stroke[]) {
    newest.current = next;
    onChange(next);
  }

  function place(event: PointerEvent): readonly [number, number] {
    const { left, top, width, height } = surface.current!.getBoundingClientRect();
    return [
      ((event.clientX - left) / width) * BOARD - 0.5,
      ((event.clientY - top) / height) * BOARD - 0.5,
    ];
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    event.preventDefault();
    surface.current?.focus();
    surface.current?.setPointerCapture(event.pointerId);
    drawing.current = true;
    const at = place(event);
    setPen(at);
    put(begun(newest.current, ...at));
  }

  function onPointerMove(event: PointerEvent) {
    if (!drawing.current) return;
    const at = place(event);
    setPen(at);
    put(drawnOn(newest.current, ...at));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const move = moves[event.key];
    if (move) {
      const inside = (value: number) => Math.min(Math.max(Math.round(value), 0), BOARD - 1);
      const next = [inside(pen[0] + move[0]), inside(pen[1] + move[1])] as const;
      setPen(next);
      if (down) put(drawnOn(newest.current, ...next));
    } else if (event.key === " ") {
      if (!down) put(begun(newest.current, ...pen));
      setDown(!down);
    } else if (event.key === "Backspace") put(newest.current.slice(0, -1));
    else return;
    event.preventDefault();
  }

  const lift = () => (drawing.current = false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys
    <svg
      ref={surface}
      className="dt-board"
      viewBox={`0 0 ${BOARD} ${BOARD}`}
      role="application"
      aria-roledescription="drawing board"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- and the focus
      tabIndex={0}
      aria-label={`Drawing board, ${strokes.length} ${strokes.length === 1 ? "stroke" : "strokes"}; the pen is ${down ? "down" : "up"}. Arrows move it, Space puts it down and lifts it, Backspace takes a stroke away.`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={lift}
      onPointerCancel={lift}
      onKeyDown={onKeyDown}
      onBlur={() => setDown(false)}
    >
      <rect className="dt-paper" width={BOARD} height={BOARD} />
      {strokes.map((stroke, at) => (
        <path key={at} className="dt-ink" d={inkPath(stroke)} />
      ))}
      <circle
        className="dt-pen"
        data-down={down || undefined}
        cx={pen[0] + 0.5}
        cy={pen[1] + 0.5}
        r={2.6}
      />
    </svg>
  );
}

function inkPath(stroke: Stroke): string {
  let path = "";
  for (let at = 0; at < stroke.length; at += 2)
    path += `${at === 0 ? "M" : "L"}${stroke[at]! + 0.5} ${stroke[at + 1]! + 0.5}`;
  return stroke.length === 2 ? `${path}h0.01` : path;
}
