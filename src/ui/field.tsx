import type { ReactNode } from "react";
import "./ui.css";

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** `null` keeps an empty live region, so that a sentence put there later is announced. */
  readonly error?: ReactNode;
  /** Id of the control; its hint and error get this id with `-hint`, `-error`. */
  readonly htmlFor?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  /** What stands at the end of the label's line, such as the live value. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A label, a control and what is said about it, in that order. */
export function Field(props: FieldProps) {
  const { label, hint, error, htmlFor, hideLabel, aside, children } = props;
  const idOf = (part: string) => (htmlFor ? `${htmlFor}-${part}` : undefined);
  return (
    <div className="ui-field">
      <div className="ui-field-head" data-bare={(hideLabel && !aside) || undefined}>
        <label className={hideLabel ? "ui-hidden" : "ui-label"} htmlFor={htmlFor}>
          {label}
        </label>
        {aside}
      </div>
      {children}
      {error !== undefined && (
        <p className="ui-field-error" id={idOf("error")} aria-live="polite">
          {error}
        </p>
      )}
      {hint && (
        <p className="ui-hint" id={idOf("hint")}>
          {hint}
        </p>
      )}
    </div>
  );
}
