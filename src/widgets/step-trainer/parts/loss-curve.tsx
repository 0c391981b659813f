import { memo, useMemo, useState } from "react";
import { formatInteger, formatNumber } from "../../../core/format/number";
import type { ChartAxis } from "../../../viz/chart/axis";
import { LineChart } from "../../../viz/chart/line-chart";
import type { ChartSeries } from "../../../viz/chart/series";
import type { LossPoint } from "../view-model";

/** Steps that the axis shows at least. */
const FEWEST = 4;

/** The loss after each step so far; a cursor reads it out. */
export const LossCurve = memo(function LossCurve({
  points,
}: {
  readonly points: readonly LossPoint[];
}) {
  const [cursor, setCursor] = useState<number | null>(null);
  const chart = useMemo(() => chartOf(points), [points]);
  const at = points.find(({ step }) => step === cursor);
  return (
    <LineChart
      {...chart}
      height={220}
      bare
      cursor={at ? at.step : null}
      onCursor={setCursor}
      describeCursor={() =>
        at ? `after ${stepsText(at.step)}: loss ${formatNumber(at.loss)}` : ""
      }
    />
  );
});

function chartOf(points: readonly LossPoint[]) {
  const newest = points.at(-1);
  const losses = points.map(({ loss }) => loss);
  const steps = points.map(({ step }) => step);
  const x: ChartAxis = {
    kind: "linear",
    from: 0,
    to: Math.max(newest?.step ?? 0, FEWEST),
    title: "steps taken",
    format: (step) => (Number.isInteger(step) ? formatInteger(step) : ""),
  };
  const most = Math.max(0, ...losses.filter(Number.isFinite)) || 1;
  const y: ChartAxis = { kind: "linear", from: 0, to: 1.08 * most, title: "loss" };
  const series: ChartSeries[] = newest
    ? [
        { kind: "line", name: "loss", x: steps, y: losses },
        { kind: "points", name: "losses", x: steps, y: losses, label: formatNumber(newest.loss) },
      ]
    : [];
  const label = newest
    ? `Loss by step: the last one ${formatNumber(newest.loss)} after ${stepsText(newest.step)}.`
    : "Loss by step: none yet.";
  return { x, y, series, label };
}

const stepsText = (step: number): string => (step === 1 ? "1 step" : `${step} steps`);
