import type { ReactNode } from "react";

/** What the reader can do after the chapter. */
export function Objectives({ children }: { children: ReactNode }) {
  return (
    <section className="prose-objectives" aria-label="Objectives">
      <p className="prose-label">After this chapter you can</p>
      {children}
    </section>
  );
}
