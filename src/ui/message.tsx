import type { ReactNode } from "react";
import "./ui.css";

export interface MessageProps {
  readonly kind: "error" | "note" | "busy";
  /** `null` for nothing to say: the region stays, empty, so that the next sentence is heard. */
  readonly children: ReactNode;
}

/** A sentence for the reader, announced when it changes: errors at once, the rest when it is quiet. */
export function Message({ kind, children }: MessageProps) {
  const urgent = kind === "error";
  return (
    <div
      className="ui-message"
      data-kind={kind}
      role={urgent ? "alert" : "status"}
      aria-live={urgent ? "assertive" : "polite"}
      aria-atomic="true"
    >
      {children}
    </div>
  );
}
