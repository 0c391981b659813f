import { useId } from "react";
import { describedBy, noteOf, type ControlProps } from "./control";
import { formatNumber } from "../core/format/number";
import { Field } from "./field";
import { stepBy } from "./number-range";
import { RangeInput } from "./range-input";
import { useAhead } from "./use-ahead";

export interface SliderProps extends ControlProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** The value as shown and spoken; default four significant digits. */
  readonly format?: ((value: number) => string) | undefined;
  readonly hint?: string | undefined;
}

/** A range with its live value and a button for one step each way. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, onChange, format = formatNumber, disabled } = props;
  const id = useId();
  const ahead = useAhead(value);
  const hint = noteOf(props);

  function move(steps: number) {
    const next = stepBy(ahead.now(), steps, props);
    if (disabled || next === ahead.now()) return;
    onChange(next);
    ahead.give(next);
  }

  const stepper = (steps: -1 | 1, atEnd: boolean) => (
    <button
      type="button"
      className="ui-stepper"
      // The arrow keys do the same on the range itself.
      tabIndex={-1}
      aria-label={`${label}: ${steps < 0 ? "less" : "more"}`}
      aria-disabled={disabled || atEnd || undefined}
      onClick={() => move(steps)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={steps < 0 ? "M6 12h12" : "M6 12h12M12 6v12"} />
      </svg>
    </button>
  );

  return (
    <Field
      label={label}
      htmlFor={id}
      hint={hint}
      aside={
        <output className="ui-value" htmlFor={id} aria-live="off">
          {format(value)}
        </output>
      }
    >
      <div className="ui-slider">
        {stepper(-1, value <= min)}
        <RangeInput
          id={id}
          className="ui-range"
          min={min}
          max={max}
          step={step}
          value={value}
          disabled={disabled}
          aria-valuetext={format(value)}
          aria-describedby={describedBy(id, { hint })}
          onValue={(next) => {
            onChange(next);
            ahead.give(next);
          }}
        />
        {stepper(1, value >= max)}
      </div>
    </Field>
  );
}
