import { memo } from "react";
import type { ShrinkFact } from "../view-model";

interface ShrinkFactsProps {
  readonly facts: readonly ShrinkFact[];
}

/** What the chain costs: parameters, work, memory, field. */
export const ShrinkFacts = memo(function ShrinkFacts({ facts }: ShrinkFactsProps) {
  return (
    <dl className="sm-facts">
      {facts.map(({ name, value, work }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="sm-fact">{value}</span>
            <span className="sm-fact-work">{work}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
});
