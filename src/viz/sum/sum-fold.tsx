import { useEffect, useState, type ReactNode } from "react";
import { useServed } from "../../ui/use-served";

interface SumFoldProps {
  readonly summary: string;
  /** Called only while it is open, or where no script runs. */
  readonly terms: () => ReactNode;
}

/** Many terms behind one line. Closed, a living figure has nothing in it: they may be hundreds. */
export function SumFold({ summary, terms }: SumFoldProps) {
  const [open, setOpen] = useState(useServed());
  const [fold, setFold] = useState<HTMLDetailsElement | null>(null);
  useEffect(() => {
    if (fold) setOpen(fold.open);
  }, [fold]);
  return (
    <details
      ref={setFold}
      className="viz-sum-fold"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {open && terms()}
    </details>
  );
}
