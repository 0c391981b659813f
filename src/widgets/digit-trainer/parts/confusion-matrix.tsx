import { formatInteger } from "../../../core/format/number";

export interface ConfusionMatrixProps {
  readonly label: string;
  readonly classes: readonly string[];
  /** Label by row, answer by column. */
  readonly counts: readonly (readonly number[])[];
}

const CELL = 24;
const EDGE = 30;

/** How often each label was taken for each class: mistakes are the darker, the more there are. */
export function ConfusionMatrix({ label, classes, counts }: ConfusionMatrixProps) {
  const side = EDGE + CELL * classes.length;
  const most = Math.max(...counts.flatMap((row, from) => row.filter((_, to) => from !== to)), 1);
  const short = (name: string) => (name.length > 3 ? name.slice(0, 3) : name);
  return (
    <svg className="dt-confusion" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <text className="dt-axis" x={side} y={10} textAnchor="end">
        answer
      </text>
      <text className="dt-axis" x={2} y={EDGE - 4}>
        label
      </text>
      {classes.map((name, at) => (
        <g key={name} className="dt-class">
          <text x={EDGE + CELL * (at + 0.5)} y={EDGE - 6} textAnchor="middle">
            {short(name)}
          </text>
          <text x={EDGE - 6} y={EDGE + CELL * (at + 0.5) + 4} textAnchor="end">
            {short(name)}
          </text>
        </g>
      ))}
      {counts.map((row, from) =>
        row.map((count, to) => (
          <g key={`${from} ${to}`}>
            <rect
              className={from === to ? "dt-right" : "dt-mistake"}
              fillOpacity={from === to ? undefined : Math.sqrt(count / most)}
              x={EDGE + CELL * to}
              y={EDGE + CELL * from}
              width={CELL}
              height={CELL}
            />
            {count > 0 && (
              <text
                className="dt-count"
                data-strong={(from !== to && count / most > 0.4) || undefined}
                x={EDGE + CELL * (to + 0.5)}
                y={EDGE + CELL * (from + 0.5) + 4}
                textAnchor="middle"
              >
                {formatInteger(count)}
              </text>
            )}
          </g>
        )),
      )}
    </svg>
  );
}
