import type { ReactNode } from "react";

/** A belief many readers bring along, said plainly and then answered. */
export function Misconception({ claim, children }: { claim: string; children: ReactNode }) {
  return (
    <aside className="prose-misconception" aria-label={`A common belief: ${claim}`}>
      <p className="prose-misconception-claim">
        <span className="prose-label">You may have heard</span> <q>{claim}</q>
      </p>
      {children}
    </aside>
  );
}
