import { useId, useRef, useState } from "react";
import { cellColor, largestMagnitude, type CellScale } from "./cell-color";
import { allShort } from "./cell-text";
import { KernelCell } from "./kernel-cell";
import { KernelPicture } from "./kernel-picture";
import "../viz.css";
import "./grid.css";

export interface KernelGridProps {
  /** What the kernel weighs, e.g. "kernel on red"; its accessible name. */
  readonly label: string;
  /** Side: 1, 2, 3, 5 or 7. */
  readonly size: number;
  /** `size × size` weights, row by row. */
  readonly values: ArrayLike<number>;
  /** Magnitude that gets the full colour; default: the largest of the values. */
  readonly limit?: number | undefined;
  /** A new, finite value for one weight. */
  readonly onChange?: ((index: number, value: number) => void) | undefined;
  /** One sentence about text that is no number; `null` when the complaint is over. */
  readonly onReject?: ((reason: string | null) => void) | undefined;
  /** `signed` (default), or `grey` for the numbers of an input. */
  readonly colors?: CellScale | undefined;
  /** The tap, or the taps, being multiplied now. */
  readonly highlighted?: number | readonly number[] | null | undefined;
  /** A tap under the pointer or focus; `null` when none. */
  readonly onTap?: ((index: number | null) => void) | undefined;
  /** What one arrow key or 8 px of drag changes; Shift × 10, Alt × 0.1. Default 0.1. */
  readonly step?: number | undefined;
  /** Numbers shown, not changeable. */
  readonly readOnly?: boolean | undefined;
  /** Colours alone, as a small picture; not changeable. */
  readonly compact?: boolean | undefined;
}

/**
 * The numbers of one kernel, each on the colour of its value.
 *
 * One tab stop. Up and Down change the value, Left and Right go to the neighbours, Page Up and
 * Page Down to the rows above and below, Home and End to the row's ends, with Ctrl to the kernel's
 * corners. Typing writes a new value that holds as soon as it is a number: Enter takes it and goes
 * a row down, Escape brings the old one back. Dragging up or right raises the value.
 */
export function KernelGrid(props: KernelGridProps) {
  const { label, size, values, step = 0.1, highlighted, onChange, onReject, onTap } = props;
  const limit = props.limit ?? largestMagnitude(values);
  const editable = onChange !== undefined && !props.readOnly;
  const grid = useRef<HTMLDivElement>(null);
  const [home, setHome] = useState(0);
  const hintId = useId();
  const cells = Array.from({ length: size * size }, (_, index) => index);
  const tabStop = Math.min(home, cells.length - 1);

  if (props.compact)
    return <KernelPicture label={label} size={size} values={values} limit={limit} />;

  function focus(index: number) {
    grid.current?.querySelectorAll("input")[index]?.focus();
  }

  return (
    <div
      ref={grid}
      className="viz-kernel"
      role="group"
      aria-label={label}
      aria-describedby={editable ? hintId : undefined}
      data-size={size}
      data-short={allShort(values, size) || undefined}
    >
      {Array.from({ length: size }, (_, row) => (
        <div key={row} className="viz-grid-row">
          {cells.slice(row * size, (row + 1) * size).map((index) => (
            <KernelCell
              key={index}
              index={index}
              size={size}
              value={values[index] ?? 0}
              color={cellColor(values[index] ?? 0, limit, props.colors)}
              step={step}
              editable={editable}
              tabStop={index === tabStop}
              highlighted={
                Array.isArray(highlighted) ? highlighted.includes(index) : index === highlighted
              }
              onChange={(value) => onChange?.(index, value)}
              onReject={(reason) => onReject?.(reason)}
              onMove={focus}
              onFocus={() => setHome(index)}
              onTap={(on) => onTap?.(on ? index : null)}
            />
          ))}
        </div>
      ))}
      {editable && (
        <p id={hintId} className="viz-hidden">
          Up and down change a weight, left and right go to the next one, typing replaces it.
        </p>
      )}
    </div>
  );
}
