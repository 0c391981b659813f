import { useId, type ReactNode } from "react";
import type { ControlProps } from "./control";
import "./ui.css";

export interface ButtonProps extends ControlProps {
  readonly children?: ReactNode;
  readonly onPress: () => void;
  /** Default `"plain"`. */
  readonly kind?: "primary" | "plain" | "quiet" | undefined;
  /** Makes it a toggle button and says which way it stands. */
  readonly pressed?: boolean | undefined;
  /** Spoken name where the face alone does not say it. */
  readonly label?: string | undefined;
  readonly icon?: ReactNode;
}

/** A button. Disabled, it stays focusable, so that pressing it never throws the focus away. */
export function Button(props: ButtonProps) {
  const { children, onPress, kind = "plain", pressed, label, icon, disabled, reason } = props;
  const id = useId();
  const why = disabled && reason;
  const button = (
    <button
      type="button"
      className="ui-button"
      data-kind={kind}
      data-icon-only={(!children && icon !== undefined) || undefined}
      aria-label={label}
      title={children ? undefined : label}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-describedby={why ? `${id}-hint` : undefined}
      onClick={() => !disabled && onPress()}
    >
      {icon}
      {children}
    </button>
  );
  if (!why) return button;
  return (
    <span className="ui-explained">
      {button}
      <span className="ui-hint" id={`${id}-hint`}>
        {why}
      </span>
    </span>
  );
}
