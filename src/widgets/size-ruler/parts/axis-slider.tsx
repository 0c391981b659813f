import type { KeyboardEvent, PointerEvent, ReactNode } from "react";

interface AxisSliderProps {
  readonly label: string;
  readonly value: number;
  /** Values go from 0 to `count − 1`. */
  readonly count: number;
  readonly text: string;
  readonly onChange: (value: number) => void;
  /** The value at a share of the width, 0 to 1; may lie outside the range. */
  readonly valueAt: (share: number) => number;
  readonly children: ReactNode;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** A drawing along one axis on which a place is chosen: by click, by drag, by arrow keys. */
export function AxisSlider(props: AxisSliderProps) {
  const { label, value, count, text, onChange, valueAt, children } = props;

  function go(next: number) {
    const inside = Math.min(Math.max(Math.round(next), 0), count - 1);
    if (inside !== value) onChange(inside);
  }

  function point(event: PointerEvent<HTMLDivElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    go(valueAt((event.clientX - left) / width));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    const end = event.key === "Home" ? 0 : event.key === "End" ? count - 1 : null;
    if (step === undefined && end === null) return;
    event.preventDefault();
    go(end ?? value + step! * (event.shiftKey ? 10 : 1));
  }

  return (
    <div
      className="sr-axis"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(count - 1, 0)}
      aria-valuenow={value}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={(event) => event.buttons > 0 && point(event)}
    >
      {children}
    </div>
  );
}
