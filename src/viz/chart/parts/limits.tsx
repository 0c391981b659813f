import { memo } from "react";
import type { Plot } from "../plot";
import type { ChartLimit } from "../series";

interface LimitsProps {
  readonly plot: Plot;
  readonly limits: readonly ChartLimit[];
}

/** Labelled lines right across, where they lie inside the plot. */
export const Limits = memo(function Limits({ plot, limits }: LimitsProps) {
  const { left, right, top, bottom } = plot;
  return limits.map(({ at, value, label, tone = "quiet" }) => {
    const place = at === "y" ? plot.py(value) : plot.px(value);
    const inside =
      at === "y" ? place >= top - 0.5 && place <= bottom + 0.5 : place >= left && place <= right;
    if (!inside) return null;
    const late = at === "x" && place > (left + right) / 2;
    return (
      <g key={`${at}${value}${label}`} className="viz-chart-limit" data-tone={tone}>
        <path d={at === "y" ? `M${left} ${place}H${right}` : `M${place} ${top}V${bottom}`} />
        {at === "y" ? (
          <text x={right - 4} y={place - 4} textAnchor="end">
            {label}
          </text>
        ) : (
          <text x={place + (late ? -5 : 5)} y={top + 12} textAnchor={late ? "end" : "start"}>
            {label}
          </text>
        )}
      </g>
    );
  });
});
