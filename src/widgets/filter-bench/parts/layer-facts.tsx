import type { LayerFact } from "../view-model";

/** Shape, size and cost of the layer, each with how it comes about. */
export function LayerFacts({ facts }: { readonly facts: readonly LayerFact[] }) {
  return (
    <dl className="fb-facts">
      {facts.map(({ name, value, work }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="fb-fact">{value}</span>
            <span className="fb-fact-work">{work}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
