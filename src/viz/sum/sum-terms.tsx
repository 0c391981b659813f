import { Fragment } from "react";
import { formatNumber } from "../../core/format/number";
import { bracketed } from "./bracketed";
import type { SumTerm } from "./sum-line";

interface SumTermsProps {
  readonly terms: readonly SumTerm[];
  /** Terms added so far; later ones are pale. */
  readonly added: number;
  readonly highlighted: number | null;
  readonly onTerm?: ((term: number | null) => void) | undefined;
}

/** The products of one channel, each kept on one line. */
export function SumTerms({ terms, added, highlighted, onTerm }: SumTermsProps) {
  return (
    <span className="viz-terms">
      {terms.map((term, index) => (
        <Fragment key={index}>
          {" "}
          <span
            className="viz-term"
            data-pending={index >= added || undefined}
            data-highlighted={index === highlighted || undefined}
            onPointerEnter={onTerm && (() => onTerm(index))}
            onPointerLeave={onTerm && (() => onTerm(null))}
          >
            {index > 0 && <span className="viz-sum-sign">+ </span>}
            <span className="viz-term-value" data-outside={term.source === null || undefined}>
              {formatNumber(term.value)}
              {term.source === null && <span className="viz-hidden"> (padding)</span>}
            </span>
            <span className="viz-sum-sign"> × </span>
            {bracketed(term.weight, true)}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
