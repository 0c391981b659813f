import { useId, useState, type KeyboardEvent } from "react";
import { describedBy, noteOf, type ControlProps } from "./control";
import { Field } from "./field";
import { stepBy } from "./number-range";
import { readNumber } from "./read-number";
import { useAhead } from "./use-ahead";

export interface NumberFieldProps extends ControlProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What an arrow key adds; a whole step from a whole `min` means only whole numbers. */
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly hint?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

/** What stands in the field while it is being typed in. */
interface Draft {
  readonly text: string;
  /** The value it belongs to. */
  readonly value: number;
  /** The page's value when it was typed, which may follow a frame later. */
  readonly from: number;
  readonly reason: string | null;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * A number to type, or to step with the arrow keys (Shift or Page: ten steps). Each good number
 * counts at once; text that is none gets one sentence and changes nothing. Escape takes it back.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, hideLabel, disabled } = props;
  const id = useId();
  const [draft, setDraft] = useState<Draft | null>(null);
  const belongs = draft && (Object.is(draft.value, value) || Object.is(draft.from, value));
  const current = belongs ? draft : null;
  // A value that the page does not take leaves the field with it.
  const ahead = useAhead(value, (kept) =>
    setDraft((typed) => (typed && Object.is(typed.value, kept) ? typed : null)),
  );
  const hint = noteOf(props);

  function type(text: string) {
    const typed = readNumber(text, props);
    if (typed.kind !== "value") {
      const kept = ahead.now();
      setDraft({
        text,
        value: kept,
        from: value,
        reason: typed.kind === "bad" ? typed.reason : null,
      });
      return;
    }
    setDraft({ text, value: typed.value, from: value, reason: null });
    give(typed.value);
  }

  function give(next: number) {
    if (Object.is(next, ahead.now())) return;
    onChange(next);
    ahead.give(next);
  }

  function settle() {
    if (!current) return;
    const typed = readNumber(current.text, props);
    setDraft(typed.kind === "value" ? null : { ...current, reason: typed.reason });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") settle();
    else if (event.key === "Escape" && current) {
      event.stopPropagation();
      setDraft(null);
    } else {
      const steps = keySteps[event.key];
      if (steps === undefined || disabled) return;
      event.preventDefault();
      setDraft(null);
      give(stepBy(ahead.now(), event.shiftKey ? Math.sign(steps) * 10 : steps, props));
    }
  }

  const error = current?.reason ?? null;
  return (
    <Field label={label} hideLabel={hideLabel} htmlFor={id} hint={hint} error={error}>
      <input
        id={id}
        className="ui-input ui-number"
        role="spinbutton"
        type="text"
        inputMode={props.min < 0 ? "text" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={current?.text ?? String(value)}
        aria-valuenow={value}
        aria-valuemin={ariaBound(props.min)}
        aria-valuemax={ariaBound(props.max)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}

/** ARIA has no exponents; a bound that needs one is as good as none. */
function ariaBound(bound: number): number | undefined {
  return Math.abs(bound) < 1e21 ? bound : undefined;
}
