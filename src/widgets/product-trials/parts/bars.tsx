import { formatNumber } from "../../../core/format/number";
import type { Histogram } from "../../../core/statistics/histogram";

const BOX = { left: 12, top: 8, width: 326, height: 110 };

interface BarsProps {
  /** Accessible name. */
  readonly label: string;
  readonly title: string;
  readonly histogram: Histogram;
  /** A normal law to draw over the bars. */
  readonly bell: { readonly centre: number; readonly scatter: number };
  /** Bars below this are drawn as cut off. */
  readonly cutBelow?: number | undefined;
  /** A value to point at. */
  readonly marked?: number | undefined;
}

/** Counts in bins, with the bell that theory expects of so many. */
export function Bars({ label, title, histogram, bell, cutBelow, marked }: BarsProps) {
  const { from, to, bins, counts, below, above } = histogram;
  const total = counts.reduce((sum, count) => sum + count, 0) + below + above;
  const step = (to - from) / bins;
  const expected = (value: number) =>
    ((total * step) / (bell.scatter * Math.sqrt(2 * Math.PI))) *
    Math.exp(-(((value - bell.centre) / bell.scatter) ** 2) / 2);
  const most = Math.max(...counts, expected(bell.centre), 1);
  const x = (value: number) => BOX.left + ((value - from) / (to - from)) * BOX.width;
  const y = (count: number) => BOX.top + (1 - count / most) * BOX.height;
  const base = BOX.top + BOX.height;
  const curve = Array.from({ length: 81 }, (_, at) => from + (at / 80) * (to - from));
  const ends = [from, (from + to) / 2, to];
  return (
    <figure className="pt-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox="0 0 350 138" role="img" aria-label={label}>
        {Array.from(counts, (count, at) => {
          const start = from + at * step;
          const cut = cutBelow !== undefined && start + step / 2 < cutBelow;
          return (
            count > 0 && (
              <rect
                key={at}
                className="pt-bar"
                data-cut={cut || undefined}
                x={x(start) + 0.5}
                y={y(count)}
                width={BOX.width / bins - 1}
                height={base - y(count)}
              />
            )
          );
        })}
        <polyline
          className="pt-bell"
          points={curve.map((value) => `${x(value)},${y(expected(value))}`).join(" ")}
        />
        {marked !== undefined && marked >= from && marked <= to && (
          <path className="pt-mark" d={`M${x(marked)} ${BOX.top}V${base}`} />
        )}
        <path className="pt-axis" d={`M${BOX.left} ${base}h${BOX.width}`} />
        {ends.map((value, at) => (
          <text
            key={value}
            className="pt-tick"
            data-start={at === 0 || undefined}
            data-end={at === 2 || undefined}
            x={x(value)}
            y={base + 14}
          >
            {formatNumber(value)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
