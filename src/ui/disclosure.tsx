import type { ReactNode } from "react";
import "./ui.css";

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Whether it starts open. */
  readonly open?: boolean | undefined;
}

/** More for who wants it; opens without script. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details className="ui-disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="ui-disclosure-body">{children}</div>
    </details>
  );
}
