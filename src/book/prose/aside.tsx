import type { ReactNode } from "react";

/** A box beside the argument: a refresher or a remark that may be skipped. */
export function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className="prose-aside" aria-label={title}>
      <p className="prose-label">{title}</p>
      {children}
    </aside>
  );
}
