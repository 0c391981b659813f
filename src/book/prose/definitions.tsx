import type { ReactNode } from "react";

/** A list of glossary entries. */
export function Definitions({ children }: { children: ReactNode }) {
  return <dl className="prose-definitions">{children}</dl>;
}
