import { memo, useMemo } from "react";
import { formatNumber } from "../../../core/format/number";
import { LineChart } from "../../../viz/chart/line-chart";
import type { Plot } from "../../../viz/chart/plot";
import type { Profile } from "../profile";

interface ProfileChartProps {
  readonly profile: Profile;
  /** The depth that is looked at. */
  readonly depth: number;
  readonly kind: "bars" | "line";
}

/** One number a depth over the way down; the table below the figure has the same numbers. */
export const ProfileChart = memo(function ProfileChart({
  profile,
  depth,
  kind,
}: ProfileChartProps) {
  const { title, x, y, depths, values, limits } = profile;
  const [first, last] = [depths[0]!, depths.at(-1)!];
  const where = last > first ? `at depths ${first} to ${last}` : `at depth ${first}`;
  const here = depths.indexOf(depth);
  const reading = here < 0 ? "" : `; at depth ${depth} ${formatNumber(values[here]!)}`;
  const series = useMemo(
    () => (kind === "line" ? [{ kind: "line" as const, name: title, x: depths, y: values }] : []),
    [kind, title, depths, values],
  );
  return (
    <LineChart
      label={`${title}, ${where}${reading}`}
      x={x}
      y={y}
      series={series}
      limits={limits}
      height={190}
      usualWidth={430}
      cursor={here < 0 ? null : depth}
      overlay={kind === "bars" ? (plot) => <Bars plot={plot} profile={profile} /> : undefined}
      bare
    />
  );
});

interface BarsProps {
  readonly plot: Plot;
  readonly profile: Profile;
}

const Bars = memo(function Bars({ plot: { px, py, bottom }, profile }: BarsProps) {
  const tenths = (pixels: number) => pixels.toFixed(1);
  const bars = profile.depths.map((depth, at) => {
    const [left, right] = [px(depth - 0.4), px(depth + 0.4)].map(tenths);
    return `M${left} ${bottom}V${tenths(py(profile.values[at]!))}H${right}V${bottom}z`;
  });
  return <path className="sm-bars" d={bars.join("")} />;
});
