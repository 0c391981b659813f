import { percent } from "../verdict";

export interface ChancesProps {
  readonly label: string;
  readonly classes: readonly string[];
  /** One number a class; `null` while they are not known. */
  readonly values: readonly number[] | null;
  /** The right class, or the one that is meant. */
  readonly marked?: string | undefined;
}

/** Probabilities as bars, one a class. */
export function Chances({ label, classes, values, marked }: ChancesProps) {
  const best = values ? values.indexOf(Math.max(...values)) : -1;
  return (
    <table className="dt-chances" aria-label={label}>
      <tbody>
        {classes.map((name, at) => {
          const value = values?.[at];
          return (
            <tr
              key={name}
              data-best={at === best || undefined}
              data-marked={name === marked || undefined}
            >
              <th scope="row">
                {name}
                {name === marked && <span className="viz-hidden"> (right)</span>}
              </th>
              <td>
                <span className="dt-chance">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="dt-chance-fill" width={100 * (value ?? 0)} height={10} />
                  </svg>
                  <span className="dt-chance-value">
                    {value === undefined ? "…" : percent(value)}
                  </span>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
