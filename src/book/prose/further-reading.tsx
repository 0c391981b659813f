import type { ReactNode } from "react";

/** Where to go on reading, each entry with the reason. */
export function FurtherReading({ children }: { children: ReactNode }) {
  return (
    <section className="prose-reading" aria-label="Further reading">
      {children}
    </section>
  );
}
