import type { ReactNode } from "react";

const VERDICTS = {
  wrong: { mark: "✘", label: "not true" },
  loose: { mark: "~", label: "true in a sense" },
  slip: { mark: "✎", label: "slip of the pen" },
} as const;

export interface SeedNoteProps {
  id: string;
  verdict: keyof typeof VERDICTS;
  /** What the notes say, in their words. */
  quote: string;
  children: ReactNode;
}

/** One entry of the errata: what the notes say, the verdict, what holds. */
export function SeedNote({ id, verdict, quote, children }: SeedNoteProps) {
  const { mark, label } = VERDICTS[verdict];
  return (
    <article className={`prose-note prose-note-${verdict}`} id={`note-${id}`}>
      <p className="prose-note-claim">
        <span className="prose-note-verdict">
          <span aria-hidden="true">{mark}</span> {label}
        </span>{" "}
        <q>{quote}</q>
      </p>
      {children}
    </article>
  );
}
