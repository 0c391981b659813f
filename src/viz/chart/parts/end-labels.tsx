import { memo } from "react";
import type { Plot } from "../plot";
import type { ChartSeries } from "../series";
import { spreadLabels } from "../spread-labels";

interface EndLabelsProps {
  readonly plot: Plot;
  readonly series: readonly ChartSeries[];
}

const GAP = 15;

/** Names at the right ends of curves, moved apart where they would overlap. */
export const EndLabels = memo(function EndLabels({ plot, series }: EndLabelsProps) {
  const labelled = series.flatMap((one) =>
    "label" in one && one.label && one.x.length > 0
      ? [{ name: one.name, label: one.label, tone: one.tone, y: one.y[one.x.length - 1]! }]
      : [],
  );
  const heights = spreadLabels(
    labelled.map(({ y }) => plot.py(y)),
    { gap: GAP, top: plot.top, bottom: plot.bottom },
  );
  return labelled.map(({ name, label, tone = "main" }, at) => (
    <text
      key={name}
      className="viz-chart-label"
      data-tone={tone}
      x={plot.right + 8}
      y={heights[at]}
      dy="0.35em"
    >
      {label}
    </text>
  ));
});
