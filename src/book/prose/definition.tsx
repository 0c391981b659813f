import type { ReactNode } from "react";

/** One glossary entry; `<Term>` links to its id. */
export function Definition({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="prose-definition" id={term.toLowerCase().replaceAll(" ", "-")}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
