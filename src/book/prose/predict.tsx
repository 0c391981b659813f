import type { ReactNode } from "react";

/** A question to answer in one's head before reading on. */
export function Predict({ children }: { children: ReactNode }) {
  return (
    <div className="prose-predict" role="note" aria-label="Before you read on">
      <p className="prose-label">Before you read on</p>
      {children}
    </div>
  );
}
