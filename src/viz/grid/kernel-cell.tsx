import { useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { formatNumber } from "../../core/format/number";
import { parseNumber } from "../../core/format/parse-number";
import { useAhead } from "../../ui/use-ahead";
import type { CellColor } from "./cell-color";
import { CellFill } from "./cell-fill";
import { cellText } from "./cell-text";
import { changedBy, kernelCommand, stepFactor } from "./kernel-key";

interface KernelCellProps {
  readonly index: number;
  readonly size: number;
  readonly value: number;
  readonly color: CellColor;
  readonly step: number;
  readonly editable: boolean;
  readonly tabStop: boolean;
  readonly highlighted: boolean;
  readonly onChange: (value: number) => void;
  readonly onReject: (reason: string | null) => void;
  readonly onMove: (index: number) => void;
  readonly onFocus: () => void;
  readonly onTap: (on: boolean) => void;
}

interface Drag {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly value: number;
  moved: boolean;
}

/** Pixels of dragging worth one step. */
const pixelsPerStep = 8;

/** One weight: a field to type into, step with keys, or drag. */
export function KernelCell(props: KernelCellProps) {
  const { index, size, value, step, editable, onReject } = props;
  const ahead = useAhead(value);
  // What the reader has typed and not finished; null while the cell shows its value.
  const [draft, setDraft] = useState<string | null>(null);
  const [rejected, setRejected] = useState(false);
  const before = useRef(value);
  const drag = useRef<Drag | null>(null);

  function onChange(next: number) {
    props.onChange(next);
    ahead.give(next);
  }

  function write(text: string) {
    if (draft === null) before.current = ahead.now();
    setDraft(text);
    const parsed = parseNumber(text);
    if (!parsed.ok) return;
    setRejected(false);
    onReject(null);
    onChange(parsed.value);
  }

  /** True when the cell holds no unfinished text any more. */
  function finish(keepBadText: boolean): boolean {
    if (draft === null) return true;
    const parsed = parseNumber(draft);
    if (!parsed.ok) {
      onReject(parsed.reason);
      setRejected(keepBadText);
      if (keepBadText) return false;
    }
    setDraft(null);
    return true;
  }

  function change(amount: number) {
    setDraft(null);
    setRejected(false);
    onReject(null);
    onChange(changedBy(ahead.now(), amount * step));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (!editable && event.key.startsWith("Arrow")) return;
    if (draft !== null && event.key === "Enter") {
      event.preventDefault();
      if (finish(true)) props.onMove(Math.min(index + size, size * size - 1));
      return;
    }
    if (draft !== null && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
      setRejected(false);
      onReject(null);
      onChange(before.current);
      return;
    }
    const command = kernelCommand(event, { index, size, writing: draft !== null });
    if (!command) return;
    event.preventDefault();
    if (command.kind === "move") props.onMove(command.to);
    else if (command.kind === "change") change(command.amount);
    else edit();
  }

  function edit() {
    before.current = ahead.now();
    setDraft(String(Number(ahead.now().toPrecision(7))));
  }

  function onPointerDown(event: PointerEvent<HTMLInputElement>) {
    if (!editable || event.button !== 0 || draft !== null) return;
    drag.current = {
      pointerId: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      value: ahead.now(),
      moved: false,
    };
  }

  function onPointerMove(event: PointerEvent<HTMLInputElement>) {
    const start = drag.current;
    if (!start || start.pointerId !== event.pointerId) return;
    const distance = event.clientX - start.x - (event.clientY - start.y);
    if (!start.moved && Math.abs(distance) < pixelsPerStep / 2) return;
    if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
    start.moved = true;
    const steps = Math.trunc(distance / pixelsPerStep);
    const next = changedBy(start.value, steps * step * stepFactor(event));
    if (next !== ahead.now()) onChange(next);
  }

  function onPointerUp(event: PointerEvent<HTMLInputElement>) {
    const start = drag.current;
    drag.current = null;
    if (!start || start.moved) return;
    if (document.activeElement === event.currentTarget) edit();
    else event.currentTarget.focus();
  }

  return (
    <div
      className="viz-cell"
      data-ink={props.color.ink}
      data-highlighted={props.highlighted || undefined}
      onPointerEnter={() => props.onTap(true)}
      onPointerLeave={() => props.onTap(false)}
    >
      <CellFill color={props.color} />
      <input
        className="viz-cell-input"
        type="text"
        role="spinbutton"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={`row ${Math.floor(index / size)}, column ${index % size}`}
        // ARIA knows no exponents; the text below has them.
        aria-valuenow={String(value).includes("e") ? undefined : value}
        aria-valuetext={formatNumber(value)}
        aria-invalid={rejected || undefined}
        readOnly={!editable}
        tabIndex={props.tabStop ? 0 : -1}
        value={draft ?? cellText(value, size)}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          event.target.select();
          props.onFocus();
          props.onTap(true);
        }}
        onBlur={() => {
          finish(false);
          props.onTap(false);
        }}
        // A mouse press in a field would select text instead of dragging the value.
        onMouseDown={(event) => draft === null && event.preventDefault()}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (drag.current = null)}
      />
    </div>
  );
}
