import type { ReactNode } from "react";
import { formatNumber } from "../../core/format/number";

interface SumRowProps {
  readonly name: string;
  /** `null` while it is not known. */
  readonly result: number | null;
  /** Not reached yet: pale. */
  readonly pending?: boolean;
  readonly kind?: "total" | "output";
  readonly children?: ReactNode;
}

/** One line of the sum: what it is, how it comes about, what comes out. */
export function SumRow({ name, result, pending = false, kind, children }: SumRowProps) {
  return (
    <div className="viz-sum-row" data-kind={kind} data-pending={pending || undefined}>
      <dt>{name}</dt>
      <dd>
        <div className="viz-sum-work">{children}</div>
        <div className="viz-sum-result">
          <span className="viz-sum-sign">= </span>
          {result === null ? "…" : formatNumber(result)}
        </div>
      </dd>
    </div>
  );
}
