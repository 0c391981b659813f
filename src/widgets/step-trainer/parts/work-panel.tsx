import { memo } from "react";
import { SumRow } from "../../../viz/sum/sum-row";
import { SumTerms } from "../../../viz/sum/sum-terms";
import "../../../viz/viz.css";
import "../../../viz/sum/sum-line.css";
import type { Work } from "../view-model";

/** One number opened: the rule and the sum that made it. */
export const WorkPanel = memo(function WorkPanel({ work }: { readonly work: Work | null }) {
  if (!work)
    return (
      <p className="st-work st-hint">Go on, or press any number, to see the sum that made it.</p>
    );
  const { name, rule, lines } = work;
  return (
    <section className="st-work" aria-label={`How ${name} comes about`}>
      <p className="st-rule">
        <b>{name}.</b> {rule}
      </p>
      <dl className="viz-sum">
        {lines.map(({ name: line, terms, result }, at) => (
          <SumRow
            key={line}
            name={line}
            result={result}
            {...(at === lines.length - 1 && { kind: "output" })}
          >
            {typeof terms === "string" ? (
              <span>{terms}</span>
            ) : (
              <SumTerms terms={terms} added={terms.length} highlighted={null} />
            )}
          </SumRow>
        ))}
      </dl>
    </section>
  );
});
