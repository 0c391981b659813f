import type { ReactNode } from "react";

export interface FormulaProps {
  /** Unique in the chapter; the link is `#formula-<id>`. */
  id: string;
  /** The function that computes it, `<folder>/<function>` below `src`, both in kebab case. */
  of: string;
  children: ReactNode;
}

/** A formula that the book computes with: set apart, linkable, its function named below. */
export function Formula({ id, of, children }: FormulaProps) {
  return (
    <figure className="prose-formula" id={`formula-${id}`}>
      {children}
      <figcaption>
        In the book’s code: <code>{of}</code>
      </figcaption>
    </figure>
  );
}
