import { useId } from "react";
import { noteOf, type ControlProps } from "./control";
import "./ui.css";

export interface ToggleProps extends ControlProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off, at once. */
export function Toggle(props: ToggleProps) {
  const { label, checked, onChange, disabled } = props;
  const id = useId();
  const hint = noteOf(props);
  return (
    <div className="ui-field ui-toggle-field">
      <label className="ui-toggle">
        <input
          type="checkbox"
          role="switch"
          className="ui-switch"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className="ui-label">{label}</span>
      </label>
      {hint && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
