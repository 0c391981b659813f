import type { FieldFact } from "../view-model";

/** Numbers with their names, each with the sum or product that makes it. */
export function Facts({
  facts,
  label,
}: {
  readonly facts: readonly FieldFact[];
  readonly label: string;
}) {
  return (
    <dl className="ft-facts" aria-label={label}>
      {facts.map(({ name, value, work }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="ft-fact">{value}</span>
            <span className="ft-fact-work">{work}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
