import { formatInteger, formatNumber } from "../../../core/format/number";
import type { Funnel } from "../view-model";

const BOX = { left: 48, top: 8, width: 284, height: 120 };
/** Of the scatter of one trial: how far the axis reaches to each side. */
const REACH = 0.75;

/** A running average on a logarithmic axis, inside the funnel where theory expects it. */
export function FunnelChart({ funnel, most }: { readonly funnel: Funnel; readonly most: number }) {
  const { name, centre, scatter, points } = funnel;
  const decades = Math.log10(most);
  const x = (trials: number) => (Math.log10(trials) / decades) * BOX.width;
  const y = (value: number) => (BOX.height / 2) * (1 - (value - centre) / (REACH * scatter));
  const edge = (trials: number, side: number) =>
    `${x(trials)},${y(centre + (side * 2 * scatter) / Math.sqrt(trials))}`;
  const along = Array.from({ length: 41 }, (_, at) => most ** (at / 40));
  const band = [
    ...along.map((trials) => edge(trials, 1)),
    ...along.toReversed().map((trials) => edge(trials, -1)),
  ].join(" ");
  const last = points.at(-1);
  const ticks = [1, 10, 100, 1000, 10_000].filter((trials) => trials <= most);
  const label =
    `Running ${name}: theory ${formatNumber(centre)}` +
    (last ? `, ${formatNumber(last.value)} after ${formatInteger(last.trials)} trials.` : ".");
  return (
    <figure className="pt-chart">
      <figcaption>Running {name}</figcaption>
      <svg viewBox="0 0 352 160" role="img" aria-label={label}>
        <svg x={BOX.left} y={BOX.top} width={BOX.width} height={BOX.height}>
          <polygon className="pt-band" points={band} />
          <path className="pt-theory" d={`M0 ${y(centre)}H${BOX.width}`} />
          <polyline
            className="pt-path"
            points={points.map(({ trials, value }) => `${x(trials)},${y(value)}`).join(" ")}
          />
        </svg>
        {last && Math.abs(last.value - centre) < REACH * scatter && (
          <circle
            className="pt-dot"
            cx={BOX.left + x(last.trials)}
            cy={BOX.top + y(last.value)}
            r={3.5}
          />
        )}
        <path className="pt-axis" d={`M${BOX.left} ${BOX.top}v${BOX.height}h${BOX.width}`} />
        {[-1, 0, 1].map((side) => (
          <text
            key={side}
            className="pt-tick"
            data-end="true"
            x={BOX.left - 5}
            y={BOX.top + (1 - side) * (BOX.height / 2) + 4 * side + (side === 0 ? 4 : 0)}
          >
            {formatNumber(centre + side * REACH * scatter)}
          </text>
        ))}
        {ticks.map((trials) => (
          <text
            key={trials}
            className="pt-tick"
            x={BOX.left + x(trials)}
            y={BOX.top + BOX.height + 14}
          >
            {formatInteger(trials)}
          </text>
        ))}
        <text className="pt-tick" x={BOX.left + BOX.width / 2} y={BOX.top + BOX.height + 28}>
          trials averaged
        </text>
      </svg>
    </figure>
  );
}
