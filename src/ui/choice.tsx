import { useId } from "react";
import { noteOf, type ControlProps } from "./control";
import "./ui.css";

export interface ChoiceOption<T extends string | number> {
  readonly value: T;
  readonly label: string;
  /** A longer word for it, as a tooltip. */
  readonly title?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface ChoiceProps<T extends string | number> extends ControlProps {
  readonly label: string;
  readonly value: T;
  readonly options: readonly ChoiceOption<T>[];
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean | undefined;
}

/** One of a few, all in sight: radio buttons in one strip. */
export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { label, value, options, onChange, hideLabel, disabled } = props;
  const id = useId();
  const hint = noteOf(props);
  return (
    <fieldset
      className="ui-field ui-choice"
      disabled={disabled}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <legend className={hideLabel ? "ui-hidden" : "ui-label"}>{label}</legend>
      <div className="ui-segments">
        {options.map((option) => (
          <label key={option.value} className="ui-segment" title={option.title}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
