import type { ReactNode } from "react";

const slugOf = (text: string): string => text.toLowerCase().replaceAll(" ", "-");

/** A word at its first use, linked to the glossary; `is` names the entry where the text inflects. */
export function Term({ is, children }: { is?: string; children: ReactNode }) {
  const entry = is ?? (typeof children === "string" ? children : "");
  if (!entry) throw new Error("<Term> around more than plain text needs `is`");
  return (
    <a className="prose-term" href={`../glossary/#${slugOf(entry)}`}>
      {children}
    </a>
  );
}
