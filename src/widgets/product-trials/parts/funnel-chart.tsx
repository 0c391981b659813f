import { memo, useMemo, useState } from "react";
import { formatInteger, formatNumber } from "../../../core/format/number";
import type { ChartAxis } from "../../../viz/chart/axis";
import { LineChart } from "../../../viz/chart/line-chart";
import type { ChartSeries } from "../../../viz/chart/series";
import { fiveDigits } from "../five-digits";
import type { Funnel } from "../view-model";

/** Of the scatter of one trial: how far the axis reaches to each side. */
const REACH = 0.75;

interface FunnelChartProps {
  readonly funnel: Funnel;
  /** Trials of a whole run. */
  readonly most: number;
}

/** A running average on a logarithmic axis, inside the funnel where theory expects it. */
export const FunnelChart = memo(function FunnelChart({ funnel, most }: FunnelChartProps) {
  const [cursor, setCursor] = useState<number | null>(null);
  const chart = useMemo(() => chartOf(funnel, most), [funnel, most]);
  const { name, centre, scatter, points } = funnel;
  const at = points.find(({ trials }) => trials === cursor);
  return (
    <LineChart
      {...chart}
      height={240}
      bare
      cursor={at ? at.trials : null}
      onCursor={setCursor}
      describeCursor={() =>
        at
          ? `after ${formatInteger(at.trials)} ${at.trials === 1 ? "trial" : "trials"}: ${name} ${fiveDigits(at.value)}, ` +
            `theory ${fiveDigits(centre)} ± ${formatNumber((2 * scatter) / Math.sqrt(at.trials))}`
          : ""
      }
    />
  );
});

function chartOf({ name, centre, scatter, points }: Funnel, most: number) {
  const x: ChartAxis = {
    kind: "log",
    from: 1,
    to: most,
    title: "trials averaged",
    format: formatInteger,
  };
  const y: ChartAxis = {
    kind: "linear",
    from: centre - REACH * scatter,
    to: centre + REACH * scatter,
    title: `running ${name}`,
  };
  const along = Array.from({ length: 41 }, (_, at) => most ** (at / 40));
  const edge = (side: number) =>
    along.map((trials) => centre + (side * 2 * scatter) / Math.sqrt(trials));
  const last = points.at(-1);
  const series: ChartSeries[] = [
    { kind: "band", name: "expected", x: along, low: edge(-1), high: edge(1) },
    { kind: "theory", name: "theory", tone: "quiet", x: [1, most], y: [centre, centre] },
    {
      kind: "line",
      name,
      x: points.map(({ trials }) => trials),
      y: points.map(({ value }) => value),
    },
    ...(last
      ? [{ kind: "points", name: "so far", x: [last.trials], y: [last.value] } as const]
      : []),
  ];
  const label =
    `Running ${name}: theory ${formatNumber(centre)}` +
    (last ? `, ${formatNumber(last.value)} after ${formatInteger(last.trials)} trials.` : ".");
  return { x, y, series, label };
}
