import type { Tile } from "../view-model";

/** The numbers of the moment; each opens to the sum that makes it. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  return (
    <dl className="dt-tiles">
      {tiles.map(({ name, value, note, work }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {work === null ? (
              value
            ) : (
              <details className="dt-work">
                <summary>{value}</summary>
                <p>{work}</p>
              </details>
            )}
          </dd>
          <dd className="dt-quiet">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
