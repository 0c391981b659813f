import type { ShrinkModel } from "../view-model";

/** What the chain costs: parameters, work, memory, field. */
export function ShrinkFacts({ model }: { readonly model: ShrinkModel }) {
  return (
    <dl className="sm-facts">
      {model.facts.map(({ name, value, work }) => (
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
}
