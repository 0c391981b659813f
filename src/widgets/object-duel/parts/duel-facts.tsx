import type { DuelModel } from "../view-model";

/** The comparison as a table: what was found, why, and what it costs. */
export function DuelFacts({ model }: { readonly model: DuelModel }) {
  return (
    <table className="od-facts">
      <thead>
        <tr>
          <th scope="col">
            <span className="viz-hidden">What is compared</span>
          </th>
          {model.finders.map(({ index, name, kind }) => (
            <th key={index} scope="col">
              {name}
              <span className="od-work">{kind}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.rows.map(({ name, facts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {facts.map(({ value, work }, at) => (
              // Two columns that never change places.
              <td key={at}>
                {value}
                {work && <span className="od-work">{work}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
