import type { ReactNode } from "react";

/** The answer to the question before it, closed until asked for; works without JavaScript. */
export function Answer({ label = "Answer", children }: { label?: string; children: ReactNode }) {
  return (
    <details className="prose-answer">
      <summary>{label}</summary>
      <div className="prose-answer-body">{children}</div>
    </details>
  );
}
