import type { ReactNode } from "react";

/** The numbered exercises of a chapter. */
export function Exercises({ children }: { children: ReactNode }) {
  return <ol className="prose-exercises">{children}</ol>;
}
