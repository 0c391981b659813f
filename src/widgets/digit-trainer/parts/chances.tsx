import { surely } from "../verdict";

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
    <ul className="dt-chances" aria-label={label}>
      {classes.map((name, at) => {
        const value = values?.[at];
        return (
          <li
            key={name}
            data-best={at === best || undefined}
            data-marked={name === marked || undefined}
          >
            <span className="dt-chance-name">
              {name}
              {name === marked && <span className="viz-hidden"> (right)</span>}
            </span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="dt-chance-fill" width={100 * (value ?? 0)} height={10} />
            </svg>
            <span className="dt-chance-value">{value === undefined ? "…" : surely(value)}</span>
          </li>
        );
      })}
    </ul>
  );
}
