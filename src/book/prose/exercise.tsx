import type { ReactNode } from "react";

/** One exercise; its `<Answer>` stays closed until asked for. */
export function Exercise({ children }: { children: ReactNode }) {
  return <li className="prose-exercise">{children}</li>;
}
