import type { ReactNode } from "react";

/** The chapter on one card. */
export function SummaryCard({ children }: { children: ReactNode }) {
  return (
    <section className="prose-summary" aria-label="Summary card">
      {children}
    </section>
  );
}
