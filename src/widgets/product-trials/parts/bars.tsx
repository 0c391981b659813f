import { memo, useMemo, useState } from "react";
import { formatInteger, formatNumber } from "../../../core/format/number";
import type { ChartAxis } from "../../../viz/chart/axis";
import { LineChart } from "../../../viz/chart/line-chart";
import type { ChartLimit, ChartSeries } from "../../../viz/chart/series";
import type { Histogram } from "../../../core/statistics/histogram";

interface BarsProps {
  /** Accessible name. */
  readonly label: string;
  /** What is counted along the axis, and of what. */
  readonly title: string;
  readonly unit: string;
  readonly histogram: Histogram;
  /** A normal law to draw over the bars. */
  readonly bell: { readonly centre: number; readonly scatter: number };
  /** Bars below this are drawn as cut off. */
  readonly cutBelow?: number | undefined;
  readonly mark?: ChartLimit | undefined;
}

/** Counts in bins, with the bell that theory expects of so many; a cursor reads out each bin. */
export const Bars = memo(function Bars(props: BarsProps) {
  const { label, title, unit, histogram, bell, cutBelow, mark } = props;
  const [cursor, setCursor] = useState<number | null>(null);
  const { centre, scatter } = bell;
  const drawing = useMemo(
    () => drawn(histogram, { centre, scatter }, cutBelow),
    [histogram, centre, scatter, cutBelow],
  );
  const axes = useMemo(
    () => axesOf(histogram, drawing.most, title, unit),
    [histogram, drawing.most, title, unit],
  );
  const limits = useMemo(() => (mark ? [mark] : []), [mark]);
  const { counts } = histogram;
  const { series, centres, step, expected } = drawing;
  const at = cursor === null ? -1 : centres.indexOf(cursor);
  return (
    <div className="pt-bars">
      <LineChart
        label={label}
        {...axes}
        series={series}
        limits={limits}
        height={240}
        bare
        stops={centres}
        cursor={at < 0 ? null : cursor}
        onCursor={setCursor}
        describeCursor={(value) =>
          `${formatNumber(value - step / 2)} to ${formatNumber(value + step / 2)}: ` +
          `${formatInteger(counts[at] ?? 0)} ${unit}, theory ${formatNumber(expected(value))}`
        }
      />
    </div>
  );
});

function axesOf({ from, to }: Histogram, most: number, title: string, unit: string) {
  const x: ChartAxis = { kind: "linear", from, to, title };
  const y: ChartAxis = { kind: "linear", from: 0, to: most, title: unit, format: wholes };
  return { x, y };
}

const wholes = (count: number): string => (Number.isInteger(count) ? formatInteger(count) : "");

function drawn(histogram: Histogram, bell: BarsProps["bell"], cutBelow: number | undefined) {
  const { from, to, bins, counts, below, above } = histogram;
  const total = counts.reduce((sum, count) => sum + count, 0) + below + above;
  const step = (to - from) / bins;
  const centres = Array.from(counts, (_, at) => from + (at + 0.5) * step);
  const expected = (value: number) =>
    ((total * step) / (bell.scatter * Math.sqrt(2 * Math.PI))) *
    Math.exp(-(((value - bell.centre) / bell.scatter) ** 2) / 2);
  const along = Array.from({ length: 81 }, (_, at) => from + (at / 80) * (to - from));
  const first = centres.findIndex((value) => cutBelow === undefined || value >= cutBelow);
  const bars = (name: string, start: number, end: number) => {
    const ids = Array.from({ length: end - start }, (_, at) => start + at);
    return {
      kind: "band",
      name,
      x: ids.flatMap((at) => [from + at * step, from + (at + 1) * step]),
      low: ids.flatMap(() => [0, 0]),
      high: ids.flatMap((at) => [counts[at]!, counts[at]!]),
    } as const;
  };
  const series: ChartSeries[] = [
    { ...bars("cut off", 0, first), tone: "quiet" },
    bars("counted", first, bins),
    { kind: "theory", name: "theory", tone: "quiet", x: along, y: along.map(expected) },
  ];
  const most = 1.08 * Math.max(...counts, expected(bell.centre), 1);
  return { series, centres, step, most, expected };
}
