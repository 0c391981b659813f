import { bandPath, linePath, runsPath } from "../paths";
import type { Plot } from "../plot";
import type { ChartSeries } from "../series";

interface SeriesMarksProps {
  readonly plot: Plot;
  readonly series: readonly ChartSeries[];
}

/** Every series as one path; dots are dots. */
export function SeriesMarks({ plot, series }: SeriesMarksProps) {
  return series.map((one) => (
    <g key={`${one.kind} ${one.name}`} className="viz-chart-series" data-tone={one.tone ?? "main"}>
      <Marks plot={plot} series={one} />
    </g>
  ));
}

function Marks({ plot, series }: { readonly plot: Plot; readonly series: ChartSeries }) {
  const { px, py } = plot;
  const { kind, x } = series;
  switch (kind) {
    case "band":
      return <path className="viz-chart-band" d={bandPath(x, series.low, series.high, px, py)} />;
    case "runs":
      return <path className="viz-chart-runs" d={runsPath(x, series.runs, px, py)} />;
    case "points":
      return Array.from({ length: x.length }, (_, at) => (
        <circle
          key={at}
          className="viz-chart-point"
          cx={px(x[at]!)}
          cy={py(series.y[at]!)}
          r={4.5}
        />
      ));
    default:
      return <path className={`viz-chart-${kind}`} d={linePath(x, series.y, px, py)} />;
  }
}
