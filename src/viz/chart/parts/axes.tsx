import { memo, useId } from "react";
import type { ChartAxis } from "../axis";
import type { Plot } from "../plot";

interface AxesProps {
  readonly plot: Plot;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
}

/** Grid lines, ticks, titles, and the hatched strips of what is no number. */
export const Axes = memo(function Axes({ plot, x, y }: AxesProps) {
  const hatchId = useId();
  const { left, right, top, bottom, strips, height } = plot;
  const floor = Math.max(bottom, ...strips.map((strip) => strip.top + strip.height));
  return (
    <g className="viz-chart-axes">
      <pattern
        id={hatchId}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="viz-chart-hatch" width={2} height={6} />
      </pattern>
      {strips.map((strip) => (
        <g key={strip.kind}>
          <rect
            x={left}
            y={strip.top}
            width={right - left}
            height={strip.height}
            fill={`url(#${hatchId})`}
          />
          <text x={left - 6} y={strip.top + strip.height / 2} dy="0.35em" textAnchor="end">
            {strip.name}
          </text>
        </g>
      ))}
      {plot.yTicks.map(({ value, text }) => (
        <g key={value}>
          <path className="viz-chart-grid" d={`M${left} ${plot.py(value)}H${right}`} />
          <text x={left - 6} y={plot.py(value)} dy="0.35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {plot.xTicks.map(({ value, text }) => (
        <g key={value}>
          <path className="viz-chart-tick" d={`M${plot.px(value)} ${floor}v5`} />
          <text x={plot.px(value)} y={floor + 18} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <path className="viz-chart-tick" d={`M${left} ${top}V${floor}H${right}`} />
      <text className="viz-chart-title" x={4} y={14}>
        {y.title}
      </text>
      <text className="viz-chart-title" x={right} y={height - 6} textAnchor="end">
        {x.title}
      </text>
    </g>
  );
});
