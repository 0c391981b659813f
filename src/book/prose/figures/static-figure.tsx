import type { ReactNode } from "react";

/** A drawing or table computed while the book is built, with its caption. */
export function StaticFigure({ caption, children }: { caption: ReactNode; children: ReactNode }) {
  return (
    <figure className="prose-figure">
      <div className="prose-figure-body">{children}</div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
