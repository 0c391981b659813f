import { memo } from "react";
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
export const ProfileChart = memo(function ProfileChart(props: ProfileChartProps) {
  const { depth, kind } = props;
  const { title, x, y, depths, values, limits } = props.profile;
  const here = depths.indexOf(depth);
  const reading = here < 0 ? "" : `; at depth ${depth} ${formatNumber(values[here]!)}`;
  return (
    <LineChart
      label={`${title}, at depths ${depths[0]} to ${depths.at(-1)}${reading}`}
      x={x}
      y={y}
      series={kind === "line" ? [{ kind: "line", name: title, x: depths, y: values }] : []}
      limits={limits}
      height={190}
      usualWidth={430}
      cursor={here < 0 ? null : depth}
      overlay={
        kind === "bars"
          ? (plot) => <path className="sm-bars" d={bars(plot, props.profile)} />
          : undefined
      }
      bare
    />
  );
});

function bars({ px, py, bottom }: Plot, { depths, values }: Profile): string {
  const tenths = (pixels: number) => pixels.toFixed(1);
  return depths
    .map((depth, at) => {
      const [left, right] = [px(depth - 0.4), px(depth + 0.4)].map(tenths);
      return `M${left} ${bottom}V${tenths(py(values[at]!))}H${right}V${bottom}z`;
    })
    .join("");
}
