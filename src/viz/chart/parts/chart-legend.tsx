import { memo } from "react";
import type { ChartSeries } from "../series";

/** What each mark of a chart is. */
export const ChartLegend = memo(function ChartLegend({
  series,
}: {
  readonly series: readonly ChartSeries[];
}) {
  return (
    <ul className="viz-chart-legend">
      {series.map((one) => (
        <li key={`${one.kind} ${one.name}`}>
          <svg viewBox="0 0 24 12" aria-hidden="true">
            <g className="viz-chart-series" data-tone={one.tone ?? "main"}>
              {one.kind === "points" ? (
                <circle className="viz-chart-point" cx={12} cy={6} r={4.5} />
              ) : one.kind === "band" ? (
                <path className="viz-chart-band" d="M0 1H24V11H0Z" />
              ) : (
                <path className={`viz-chart-${one.kind}`} d="M0 6H24" />
              )}
            </g>
          </svg>
          {one.name}
        </li>
      ))}
    </ul>
  );
});
